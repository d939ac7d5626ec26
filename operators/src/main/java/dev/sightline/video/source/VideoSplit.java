// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamRef;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A file, or a range of one, and where to go on reading it.
 *
 * @param stream the stream and its epoch
 * @param path local path
 * @param range what of it to read
 * @param resumeAt position of the next record; -1 for the start marker; the range's end, or behind
 *     it, when all of it was emitted
 * @param positions grid points of the file as its container has it, while the enumerator may cut
 *     more ranges off this split; else 0
 * @param problem why it must not be read, for the event that says so; empty if it can be
 */
public record VideoSplit(
        StreamRef stream,
        String path,
        SampleRange range,
        long resumeAt,
        long positions,
        String problem)
        implements SourceSplit {

    /** Refuses absent parts. */
    public VideoSplit {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(problem, "problem");
    }

    /** A whole file. */
    VideoSplit(StreamRef stream, String path, long resumeAt, String problem) {
        this(stream, path, SampleRange.WHOLE, resumeAt, 0, problem);
    }

    /** Names the file and its content; all its ranges share it. */
    String fileId() {
        return stream.streamId() + "@" + stream.epoch() + ":" + path;
    }

    /** Does not change when the range is cut: the part that stays keeps its beginning. */
    @Override
    public String splitId() {
        return range.from() == 0 ? fileId() : fileId() + "#" + range.from();
    }

    /** Whether its reader has to ask for the range, since nobody has opened the file before. */
    boolean isUncut() {
        return range.equals(SampleRange.WHOLE) && problem.isEmpty();
    }

    /** Whether all of it was emitted. */
    boolean isRead() {
        return resumeAt >= range.to();
    }

    /** The same split, to go on at another place. */
    VideoSplit resumingAt(long position) {
        return new VideoSplit(stream, path, range, position, positions, problem);
    }

    /** The part before a cut. */
    VideoSplit before(long cut) {
        SampleRange part = new SampleRange(range.from(), cut);
        return new VideoSplit(stream, path, part, resumeAt, 0, problem);
    }

    /** The part from a cut on, of a file of so many grid points. */
    VideoSplit from(long cut, long filePositions) {
        SampleRange part = new SampleRange(cut, range.to());
        return new VideoSplit(stream, path, part, cut, filePositions, problem);
    }

    /** The same split, no longer to be cut. */
    VideoSplit uncuttable() {
        return new VideoSplit(stream, path, range, resumeAt, 0, problem);
    }

    /** Flink logs every split it assigns: no path, which may say more than the stream's name. */
    @Override
    public String toString() {
        String end = range.isLast() ? "" : " to " + range.to();
        return "VideoSplit("
                + stream.streamId()
                + "@"
                + stream.epoch()
                + " from "
                + resumeAt
                + end
                + ")";
    }
}
