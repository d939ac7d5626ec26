// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.VideoFacts;
import dev.sightline.video.decode.VideoProbe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a conversion begins.
 *
 * @param mediaMs in milliseconds of media time
 * @param readMs likewise, from where the file is read; 0 for its beginning, without a seek
 * @param stampMs the time stamp, in milliseconds, that {@code mediaMs} has in the file
 */
record RepackStart(long mediaMs, long readMs, long stampMs) {

    /**
     * Where there is no index, a seek guesses, and may end up behind the keyframe that it wants.
     */
    private static final long MARGIN_MS = 5000;

    /** Before the end of a file there is at least a frame. */
    private static final long LAST_MS = 100;

    /**
     * The start for a wish. A file without time stamps can be begun at its beginning only.
     *
     * @param copies whether it has to be a keyframe
     */
    static RepackStart of(VideoProbe probe, boolean copies, long wantedMs) throws MediaException {
        VideoFacts facts = probe.facts();
        long wanted = RepackPlan.stamped(facts) ? within(facts, wantedMs) : 0;
        long keyframe = wanted == 0 ? 0 : probe.keyframeBefore(wanted);
        long media = copies ? keyframe : wanted;
        long read = probe.indexed() ? keyframe : Math.max(0, keyframe - MARGIN_MS);
        return new RepackStart(media, read, facts.startMs() + media);
    }

    private static long within(VideoFacts facts, long wantedMs) {
        return facts.durationMs() == 0
                ? wantedMs
                : Math.min(wantedMs, Math.max(0, facts.durationMs() - LAST_MS));
    }

    /**
     * Options of the input, for the program, which is to keep time stamps as they are otherwise.
     */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-itsoffset", seconds(-stampMs)));
        if (readMs > 0) {
            String from = seconds(stampMs - mediaMs + readMs);
            // What is read too early is cut by whoever uses it; the program would count wrongly.
            options.addAll(List.of("-noaccurate_seek", "-seek_timestamp", "1", "-ss", from));
        }
        return options;
    }

    /** Whether what lies before it may be read too, and has to be left out. */
    boolean cuts() {
        return mediaMs > 0;
    }

    /** How much is read that has to be left out, in milliseconds. */
    long aheadMs() {
        return mediaMs - readMs;
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
