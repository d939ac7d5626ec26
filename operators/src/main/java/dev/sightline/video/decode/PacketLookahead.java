// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.TreeMap;
import java.util.function.LongFunction;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Reads packets ahead of the decoder and lets the grid say, from their time stamps alone, which of
 * them are samples. One thread; does not own the demuxer.
 */
final class PacketLookahead implements AutoCloseable {

    /** Behind the place of a seek; further on it is cheaper to read from the start. */
    private static final double LONGEST_SEARCH_SECONDS = 30;

    private final Demuxer demuxer;
    private final PacketSource packets;
    private final GopQueue gops;
    private final LongFunction<SamplingGrid> gridFrom;
    private final long beginBefore;
    private final RandomAccess randomAccess;
    private final AVPacket packet = av_packet_alloc();
    private final PresentationOrder order = new PresentationOrder();
    private final TreeMap<Long, GridPoint> points = new TreeMap<>();
    private SamplingGrid grid;
    private long first;
    private MediaException failure;
    private boolean entering;
    private long searchEnd = Long.MAX_VALUE;
    private boolean ended;

    /**
     * @param packets those of the demuxer's stream
     * @param gops where the packets are put
     * @param gridFrom makes the grid, given the first frame's PTS
     * @param beginBefore the latest grid point that may be the first one; 0 if the video is read
     *     from its start
     */
    PacketLookahead(
            Demuxer demuxer,
            PacketSource packets,
            GopQueue gops,
            LongFunction<SamplingGrid> gridFrom,
            long beginBefore) {
        this.demuxer = demuxer;
        this.packets = packets;
        this.gops = gops;
        this.gridFrom = gridFrom;
        this.beginBefore = beginBefore;
        this.entering = beginBefore > 0;
        this.randomAccess = RandomAccess.of(demuxer.stream().codecpar());
    }

    /**
     * Reads one packet, or notices the end.
     *
     * @throws SparseDecodingFailed if the stream is not what sparse decoding relies on
     */
    void read() throws SparseDecodingFailed {
        boolean more = false;
        try {
            more = packets.read(packet);
        } catch (MediaException e) {
            // What was read before comes first.
            failure = e;
        }
        if (more) {
            take();
        } else if (entering && gops.isEmpty()) {
            throw new SparseDecodingFailed("no place to begin");
        } else {
            ended = true;
            order.end();
        }
        place();
        if (ended && grid != null) {
            grid.finish().forEach(this::want);
        }
    }

    private void take() throws SparseDecodingFailed {
        if (packet.pts() == AV_NOPTS_VALUE) {
            throw new SparseDecodingFailed("a packet has no time stamp");
        }
        boolean begins = randomAccess.begins(packet);
        if (entering && gops.isEmpty()) {
            search(packet.pts());
        }
        if (entered(begins)) {
            order.add(gops.add(packet, begins));
        }
        av_packet_unref(packet);
    }

    private void search(long pts) throws SparseDecodingFailed {
        if (searchEnd == Long.MAX_VALUE) {
            searchEnd = pts + demuxer.timeBase().ticks(LONGEST_SEARCH_SECONDS);
        }
        if (pts > searchEnd) {
            throw new SparseDecodingFailed("no place to begin");
        }
    }

    /** Whether the frame can be decoded although reading did not begin at the start. */
    private boolean entered(boolean begins) {
        if (!entering) {
            return true;
        }
        if (gops.isEmpty()) {
            return begins;
        }
        entering = !begins;
        return begins || packet.pts() > gops.current().keyframe().pts();
    }

    /** Asks the grid about each frame whose place in presentation order is certain. */
    private void place() throws SparseDecodingFailed {
        for (CodedFrame next = order.poll(); next != null; next = order.poll()) {
            if (grid == null) {
                begin(next.pts());
            }
            grid.accept(next.pts(), next.keyframe()).forEach(this::want);
        }
    }

    private void begin(long firstPts) throws SparseDecodingFailed {
        grid = gridFrom.apply(firstPts);
        first = grid.clock().next();
        if (first > beginBefore) {
            throw new SparseDecodingFailed("reading began too late");
        }
    }

    private void want(GridPoint wanted) {
        points.put(wanted.pts(), wanted);
        gops.need(wanted.pts());
    }

    /** Whether the file was read to its end, or as far as it can be. */
    boolean ended() {
        return ended;
    }

    /** Why the file cannot be read on; null if it can, or has ended. */
    MediaException failure() {
        return failure;
    }

    /** PTS of the last frame whose place is certain. */
    long placed() {
        return order.released();
    }

    /**
     * Whether a frame lies before what counts, and was read only to learn how large frames are in
     * this stream.
     */
    boolean leadsIn(long pts) {
        return beginBefore > 0 && clock().at(pts) + 1 < first;
    }

    /** Whether a frame was placed, from which on there is a grid. */
    boolean begun() {
        return grid != null;
    }

    /** PTS of the earliest frame placed that may still become a sample. */
    long undecided() {
        return grid.undecided();
    }

    GridClock clock() {
        return grid.clock();
    }

    /** The grid point whose sample a frame is, asked once of each; null if it is none. */
    GridPoint pointAt(long pts) {
        return points.remove(pts);
    }

    /**
     * Refuses to go on if there is a sample before a PTS that was not asked for.
     *
     * @throws SparseDecodingFailed if so
     */
    void refuseMissing(long before) throws SparseDecodingFailed {
        if (!points.isEmpty() && points.firstKey() < before) {
            throw new SparseDecodingFailed("a frame did not come out of the decoder");
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
    }
}
