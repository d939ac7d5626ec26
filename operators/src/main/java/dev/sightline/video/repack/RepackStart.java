// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.VideoFacts;
import dev.sightline.video.decode.VideoProbe;
import java.math.BigDecimal;
import java.util.List;

/**
 * Where a conversion begins.
 *
 * @param mediaMs in milliseconds of media time
 * @param readMs time stamp from which the file is read, in milliseconds; null for its beginning
 * @param offsetMs what is added to its time, as the program counts it, so that 0 is the start
 */
record RepackStart(long mediaMs, Long readMs, long offsetMs) {

    /** Where there is no index, a seek guesses, and may end up behind the keyframe that it wants. */
    private static final long MARGIN_MS = 5000;

    /** Before the end of a file there is at least a frame. */
    private static final long LAST_MS = 100;

    /**
     * The start for a wish.
     *
     * @param copies whether it has to be a keyframe
     */
    static RepackStart of(VideoProbe probe, boolean copies, long wantedMs) throws MediaException {
        VideoFacts facts = probe.facts();
        long wanted = within(facts, wantedMs);
        long keyframe = wanted == 0 ? 0 : probe.keyframeBefore(wanted);
        long media = copies ? keyframe : wanted;
        long read = probe.indexed() ? keyframe : keyframe - MARGIN_MS;
        if (read <= 0) {
            return new RepackStart(media, null, facts.fileStartMs() - facts.startMs() - media);
        }
        return new RepackStart(media, facts.startMs() + read, read - media);
    }

    private static long within(VideoFacts facts, long wantedMs) {
        return facts.durationMs() == 0
                ? wantedMs
                : Math.min(wantedMs, Math.max(0, facts.durationMs() - LAST_MS));
    }

    /** Options of the input, for the program. */
    List<String> options() {
        List<String> offset = List.of("-itsoffset", seconds(offsetMs));
        return readMs == null
                ? offset
                : List.of(
                        "-seek_timestamp",
                        "1",
                        "-ss",
                        seconds(readMs),
                        offset.get(0),
                        offset.get(1));
    }

    /** Whether what lies before it is read too, and has to be left out. */
    boolean cuts() {
        return mediaMs > 0;
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
