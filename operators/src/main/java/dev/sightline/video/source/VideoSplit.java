// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.StreamRef;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One file to read, and where to go on.
 *
 * @param stream the stream and its epoch
 * @param path local path
 * @param resumeAt position of the next record; -1 for the start marker, {@link #READ} for none
 * @param problem why it must not be read, for the event that says so; empty if it can be
 */
public record VideoSplit(StreamRef stream, String path, long resumeAt, String problem)
        implements SourceSplit {

    /** In place of a position: the record that ends the stream was emitted. */
    static final long READ = Long.MAX_VALUE;

    /** Refuses absent parts. */
    public VideoSplit {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(problem, "problem");
    }

    @Override
    public String splitId() {
        return stream.streamId() + "@" + stream.epoch() + ":" + path;
    }

    /** The same split, to go on at another place. */
    VideoSplit resumingAt(long position) {
        return new VideoSplit(stream, path, position, problem);
    }

    /** Flink logs every split it assigns: no path, which may say more than the stream's name. */
    @Override
    public String toString() {
        return "VideoSplit(" + stream.streamId() + "@" + stream.epoch() + " from " + resumeAt + ")";
    }
}
