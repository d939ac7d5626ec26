// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimeBase;

/** One pass over frames: what is open, and what watches the frames. One thread. */
abstract class Pass implements AutoCloseable {

    private final OpenedVideo video;
    private final DecoderSettings settings;
    private final MediaClock clock;
    private ChangeTracker changes;

    Pass(OpenedVideo video, DecoderSettings settings, MediaClock clock) {
        this.video = video;
        this.settings = settings;
        this.clock = clock;
    }

    /** The frames, with the grid that {@link #grid} made. */
    abstract FrameSource frames();

    /**
     * Makes the grid, and what watches the frames, given where they begin.
     *
     * @param start PTS of grid point 0, at which media time is 0
     * @param first the first grid point to have a sample
     * @param atOnce whether samples must be certain when their frame is taken
     */
    final SamplingGrid grid(long start, long first, boolean atOnce) {
        changes = new ChangeTracker(timeBase(), clock, start, settings.ignore());
        long interval = settings.interval().toMillis();
        GridClock grid = new GridClock(timeBase(), start, interval, first);
        return SamplingGrid.of(settings.policy(), grid, atOnce);
    }

    final OpenedVideo video() {
        return video;
    }

    final DecoderSettings settings() {
        return settings;
    }

    final TimeBase timeBase() {
        return video.demuxer().timeBase();
    }

    final MediaClock clock() {
        return clock;
    }

    /** Watches the frames; there from the first frame on. */
    final ChangeTracker changes() {
        return changes;
    }

    @Override
    public void close() {
        if (changes != null) {
            changes.close();
        }
        frames().close();
    }
}
