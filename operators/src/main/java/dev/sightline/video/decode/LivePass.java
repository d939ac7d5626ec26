// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.TimeBase;

/** One timeline of a live connection. One thread; does not own the video. */
final class LivePass implements Pass, AutoCloseable {

    /** Live streams are many, so each keeps less than a file does. */
    private static final long MOST_KEPT_BYTES = 16L << 20;

    /** Wherever it begins, that is its first grid point. */
    private static final long ANYWHERE = Long.MAX_VALUE;

    private final OpenedVideo video;
    private final DecoderSettings settings;
    private final LiveClock clock;
    private final boolean sparse;
    private final FrameSource frames;
    private ChangeTracker changes;

    /**
     * @param whole whether every frame has to be decoded
     */
    LivePass(OpenedVideo video, LivePackets packets, DecoderSettings settings, boolean whole) {
        this.video = video;
        this.settings = settings;
        this.clock = packets.clock();
        this.sparse = !whole && SparseFrames.suits(video.demuxer());
        this.frames =
                sparse
                        ? new SparseFrames(
                                video, packets, settings, this::grid, ANYWHERE, MOST_KEPT_BYTES)
                        : new AllFrames(video, packets, this::grid);
    }

    private SamplingGrid grid(long firstPts) {
        changes = new ChangeTracker(timeBase(), clock, firstPts, settings.ignore());
        long interval = settings.interval().toMillis();
        GridClock grid = new GridClock(timeBase(), firstPts, interval, 0);
        return SamplingGrid.of(settings.policy(), grid, !sparse);
    }

    @Override
    public OpenedVideo video() {
        return video;
    }

    @Override
    public TimeBase timeBase() {
        return video.demuxer().timeBase();
    }

    @Override
    public MediaClock clock() {
        return clock;
    }

    @Override
    public FrameSource frames() {
        return frames;
    }

    @Override
    public ChangeTracker changes() {
        return changes;
    }

    @Override
    public void close() {
        if (changes != null) {
            changes.close();
        }
        frames.close();
    }
}
