// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.time.Clock;

/** One pass over a file: what is open, and what watches the frames. One thread; owns all of it. */
final class FilePass extends Pass {

    /** How a file is read. What does not work in one way is read again in the next. */
    enum Way {
        /** From a keyframe before the first sample that is wanted, only what samples need. */
        SOUGHT,
        /** From the start, only what samples need. */
        SPARSE,
        /** From the start, every frame. */
        WHOLE;

        Way next() {
            return this == SOUGHT ? SPARSE : WHOLE;
        }
    }

    private final long wanted;
    private final boolean seekable;
    private final Way way;
    private final FrameSource frames;

    private FilePass(OpenedVideo video, DecoderSettings settings, long wanted, Way asked)
            throws SparseDecodingFailed {
        super(video, settings, clock(video.demuxer()));
        Demuxer demuxer = video.demuxer();
        this.wanted = wanted;
        boolean sparse = asked != Way.WHOLE && SparseFrames.suits(demuxer);
        this.seekable = sparse && demuxer.indexed();
        this.way = sparse ? possible(asked) : Way.WHOLE;
        if (way == Way.SOUGHT) {
            long start = demuxer.startPts().orElseThrow();
            double from = Math.max(0, warmUpFromMs() / 1000 - PacketSizes.MEMORY_SECONDS);
            demuxer.seek(start + demuxer.timeBase().ticks(from));
        }
        this.frames =
                way == Way.WHOLE
                        ? new AllFrames(video, demuxer::read, this::grid)
                        : new SparseFrames(
                                video,
                                demuxer::read,
                                settings,
                                this::grid,
                                way == Way.SOUGHT ? wanted - 1 : 0);
    }

    private static StreamClock clock(Demuxer demuxer) {
        return new StreamClock(
                demuxer.timeBase(),
                demuxer.tag("creation_time"),
                demuxer.durationMs(),
                Clock.systemUTC());
    }

    /**
     * Opens a medium.
     *
     * @param input how
     * @param wanted the first position that counts; what lies before may be left out
     * @param way how it is to be read, if it can
     * @throws MediaException if it cannot be opened
     * @throws SparseDecodingFailed if it has to be read in the next way
     */
    static FilePass open(
            MediaInput input, DecoderSettings settings, Deadline deadline, long wanted, Way way)
            throws MediaException, SparseDecodingFailed {
        OpenedVideo video = OpenedVideo.open(input, settings, deadline);
        try {
            return new FilePass(video, settings, wanted, way);
        } catch (SparseDecodingFailed | RuntimeException e) {
            video.close();
            throw e;
        }
    }

    private Way possible(Way asked) {
        boolean worthIt = warmUpFromMs() > 1000 * ChangeTracker.WARM_UP_SECONDS;
        return asked == Way.SOUGHT && worthIt && seekable ? asked : Way.SPARSE;
    }

    /**
     * Where decoding begins; reading begins a while before. The sample before the first one is
     * needed too: it says which changes were told before.
     */
    private double warmUpFromMs() {
        return (wanted - 1) * (double) settings().interval().toMillis()
                - 1000 * ChangeTracker.WARM_UP_SECONDS;
    }

    private SamplingGrid grid(long firstPts) {
        long start = video().demuxer().startPts().orElse(firstPts);
        long first = way == Way.SOUGHT ? firstSought(firstPts - start) : 0;
        return grid(start, first, way == Way.WHOLE);
    }

    private long firstSought(long firstTicks) {
        double interval = settings().interval().toMillis();
        double found = timeBase().toMillis(firstTicks);
        // Whether the frame that was found is the first one of its grid point, nobody knows.
        return (long) Math.floor(Math.max(found, warmUpFromMs()) / interval) + 1;
    }

    @Override
    FrameSource frames() {
        return frames;
    }

    /** Whether reading can begin anywhere for the price of what is read. */
    boolean seekable() {
        return seekable;
    }

    /** How it is read. */
    Way way() {
        return way;
    }

    @Override
    public void close() {
        super.close();
        video().close();
    }
}
