// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Looks at a local file without decoding it: what it is, and where it can be begun. One thread;
 * owns what it opens.
 */
public final class VideoProbe implements AutoCloseable {

    /** How far before a place it looks for a keyframe, step by step, where there is no index. */
    private static final int[] STEPS_BACK_SECONDS = {0, 2, 10, 60};

    private final Demuxer demuxer;
    private final Deadline deadline;
    private final VideoFacts facts;

    private VideoProbe(Demuxer demuxer, Deadline deadline, VideoFacts facts) {
        this.demuxer = demuxer;
        this.deadline = deadline;
        this.facts = facts;
    }

    /**
     * Opens a file.
     *
     * @param patience how long one read may take
     * @throws MediaException if it is no video that can be decoded
     */
    public static VideoProbe open(Path file, Duration patience) throws MediaException {
        Natives.load();
        Deadline deadline = new Deadline(patience);
        Demuxer demuxer = null;
        try {
            demuxer = Demuxer.open(new MediaInput.LocalFile(file.toString()), deadline);
            return new VideoProbe(demuxer, deadline, FactsOfStreams.of(file, demuxer));
        } catch (MediaException | RuntimeException e) {
            if (demuxer != null) {
                demuxer.close();
            }
            deadline.close();
            throw e;
        }
    }

    /** What the file is. */
    public VideoFacts facts() {
        return facts;
    }

    /** Whether it has an index, so that players begin exactly where they are told to. */
    public boolean indexed() {
        return demuxer.indexed();
    }

    /**
     * Media time of the last keyframe at or before a place, in milliseconds rounded down; 0, the
     * start of the file, if none is found within a minute.
     *
     * @param mediaMs the place, in milliseconds of media time
     * @throws MediaException if the file cannot be read there
     */
    public long keyframeBefore(long mediaMs) throws MediaException {
        long start = demuxer.startPts().orElse(0);
        KeyframeSearch search =
                new KeyframeSearch(demuxer, start + demuxer.timeBase().ticks(mediaMs / 1000.0));
        try {
            for (int seconds : STEPS_BACK_SECONDS) {
                search.from(start, demuxer.timeBase().ticks(seconds));
                if (search.sure().isPresent()) {
                    break;
                }
            }
        } catch (SparseDecodingFailed e) {
            return 0; // cannot be begun anywhere else
        }
        return Math.max(0, demuxer.timeBase().toMillis(search.best().orElse(start) - start));
    }

    @Override
    public void close() {
        demuxer.close();
        deadline.close();
    }
}
