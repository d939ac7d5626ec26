// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;

import java.util.Set;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * What a container's index says of one stream.
 *
 * @param entries how many places it names
 * @param last PTS of the last one, in ticks of the stream; 0 if there is none
 */
record KeyframeIndex(int entries, long last) {

    /** First names of the formats whose index is of keyframes and their places. */
    private static final Set<String> INDEXED = Set.of("mov", "matroska");

    /** Behind the last keyframe of an index. */
    private static final double LONGEST_UNINDEXED_SECONDS = 60;

    /** The index of a stream as far as it was read. */
    static KeyframeIndex of(AVFormatContext context, int stream) {
        AVStream indexed = context.streams(stream);
        int entries = avformat_index_get_entries_count(indexed);
        return new KeyframeIndex(
                entries,
                entries == 0 ? 0 : avformat_index_get_entry(indexed, entries - 1).timestamp());
    }

    /** Whether files of a format have an index that tells where to begin. */
    static boolean isIn(String format) {
        return INDEXED.contains(format.split(",")[0]);
    }

    /** Whether files of a format may have it at their end, read by the first seek only. */
    static boolean isReadLate(String format) {
        return format.startsWith("matroska");
    }

    /**
     * The index at the end of an input that can be sought in. It is opened once more, as a seek
     * would disturb reading.
     */
    static KeyframeIndex late(MediaInput input, int stream, Deadline deadline)
            throws MediaException {
        try (Container container = Container.open(input, deadline)) {
            AVFormatContext context = container.context();
            if (stream >= context.nb_streams()) {
                return new KeyframeIndex(0, 0);
            }
            av_seek_frame(context, stream, 0, AVSEEK_FLAG_BACKWARD);
            return of(context, stream);
        }
    }

    /**
     * Whether it covers a stream.
     *
     * @param start PTS of the stream's start
     * @param tick seconds
     * @param seconds length of the stream
     */
    boolean covers(long start, double tick, double seconds) {
        double covered = ((double) last - start) * tick;
        return entries > 1 && covered >= seconds - LONGEST_UNINDEXED_SECONDS;
    }
}
