// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

/** One timeline of a live connection. One thread; does not own the video. */
final class LivePass extends Pass {

    /** Live streams are many, so each keeps less than a file does. */
    private static final long MOST_KEPT_BYTES = 16L << 20;

    /** Wherever it begins, that is its first grid point. */
    private static final long ANYWHERE = Long.MAX_VALUE;

    private final boolean sparse;
    private final FrameSource frames;

    /**
     * @param whole whether every frame has to be decoded
     */
    LivePass(OpenedVideo video, LivePackets packets, DecoderSettings settings, boolean whole) {
        super(video, settings, packets.clock());
        this.sparse = !whole && SparseFrames.suits(video.demuxer());
        this.frames =
                sparse
                        ? new SparseFrames(
                                video, packets, settings, this::grid, ANYWHERE, MOST_KEPT_BYTES)
                        : new AllFrames(video, packets, this::grid);
    }

    private SamplingGrid grid(long firstPts) {
        return grid(firstPts, 0, !sparse);
    }

    @Override
    FrameSource frames() {
        return frames;
    }
}
