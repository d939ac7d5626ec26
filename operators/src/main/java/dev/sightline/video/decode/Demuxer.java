// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_ENCRYPTION_INIT_INFO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.TimeBase;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;

/** An opened container and its best video stream. One thread; owns both. */
final class Demuxer implements AutoCloseable {

    private final Container container;
    private final AVFormatContext context;
    private final Deadline deadline;
    private AVStream stream;
    private TimeBase timeBase;
    private boolean indexed;

    private Demuxer(Container container, Deadline deadline) {
        this.container = container;
        this.context = container.context();
        this.deadline = deadline;
    }

    /**
     * Opens an input.
     *
     * @throws MediaException if it is absent, no video, or encrypted
     */
    static Demuxer open(MediaInput input, Deadline deadline) throws MediaException {
        Demuxer demuxer = new Demuxer(Container.open(input, deadline), deadline);
        try {
            demuxer.chooseStream();
            demuxer.indexed = demuxer.findIndex(input);
            return demuxer;
        } catch (MediaException | RuntimeException e) {
            demuxer.close();
            throw e;
        }
    }

    private void chooseStream() throws MediaException {
        deadline.extend();
        int result = avformat_find_stream_info(context, (AVDictionary) null);
        if (result < 0 || container.broken()) {
            throw container.problem(Category.OPEN, "its streams cannot be read", result);
        }
        int best = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (best < 0) {
            throw new MediaException(Category.OPEN, "holds no video stream that can be decoded");
        }
        stream = context.streams(best);
        if ((stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw new MediaException(Category.OPEN, "holds a cover picture but no video");
        }
        refuseEncrypted();
        discardOthers(best);
        int numerator = stream.time_base().num();
        int denominator = stream.time_base().den();
        if (numerator <= 0 || denominator <= 0) {
            throw new MediaException(Category.OPEN, "counts time in a unit that is none");
        }
        timeBase = new TimeBase(numerator, denominator);
    }

    private void refuseEncrypted() throws MediaException {
        AVCodecParameters parameters = stream.codecpar();
        if (av_packet_side_data_get(
                        parameters.coded_side_data(),
                        parameters.nb_coded_side_data(),
                        AV_PKT_DATA_ENCRYPTION_INIT_INFO)
                != null) {
            throw new MediaException(
                    Category.OPEN, "is encrypted; decrypt it first, Sightline holds no keys");
        }
    }

    private void discardOthers(int best) {
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != best) {
                context.streams(i).discard(AVDISCARD_ALL);
            }
        }
    }

    /**
     * Reads the next packet of the video stream.
     *
     * @return false at the end of the file
     * @throws MediaException if the file cannot be read on
     */
    boolean read(AVPacket packet) throws MediaException {
        deadline.extend();
        while (true) {
            int result = av_read_frame(context, packet);
            if (result == AVERROR_EOF() && !container.broken()) {
                return false;
            }
            if (result < 0) {
                throw container.problem(Category.DECODE, "cannot be read on", result);
            }
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            av_packet_unref(packet);
        }
    }

    /** Asked once, so that the answer is the same however far the file was read. */
    private boolean findIndex(MediaInput input) throws MediaException {
        String format = Natives.string(context.iformat().name());
        if (!container.seekable() || !KeyframeIndex.isIn(format)) {
            return false;
        }
        boolean covers = isCovered(KeyframeIndex.of(context, stream.index()));
        return covers
                || KeyframeIndex.isReadLate(format)
                        && isCovered(KeyframeIndex.late(input, stream.index(), deadline));
    }

    private boolean isCovered(KeyframeIndex index) {
        double tick = (double) timeBase.numerator() / timeBase.denominator();
        return index.covers(startPts().orElse(0), tick, durationMs() / 1000.0);
    }

    /**
     * Whether the container has an index that covers the stream, so that reading can begin anywhere
     * for the price of finding the keyframe before. Transport streams have none: a seek in them
     * guesses. To be asked before the first packet is read, since it may go to the start of the
     * stream.
     */
    boolean indexed() {
        return indexed;
    }

    /**
     * Goes on reading at the last keyframe at or before a PTS.
     *
     * @throws SparseDecodingFailed if the container cannot
     */
    void seek(long pts) throws SparseDecodingFailed {
        deadline.extend();
        int result = av_seek_frame(context, stream.index(), pts, AVSEEK_FLAG_BACKWARD);
        if (result < 0) {
            throw new SparseDecodingFailed("no seek to " + pts + ": " + Natives.message(result));
        }
    }

    AVFormatContext context() {
        return context;
    }

    AVStream stream() {
        return stream;
    }

    TimeBase timeBase() {
        return timeBase;
    }

    /** PTS of the stream's start as the container has it, if it says. */
    OptionalLong startPts() {
        long start = stream.start_time();
        return start == AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(start);
    }

    /** Length in milliseconds as the container has it; 0 if it does not say, or out of range. */
    long durationMs() {
        if (stream.duration() > Long.MAX_VALUE / 1000 / timeBase.numerator()) {
            return 0;
        }
        if (stream.duration() > 0) {
            return timeBase.toMillis(stream.duration());
        }
        long duration = context.duration();
        return duration == AV_NOPTS_VALUE ? 0 : Math.max(0, duration / (AV_TIME_BASE / 1000));
    }

    /** A tag of the container, or an empty string. */
    String tag(String name) {
        AVDictionaryEntry entry = av_dict_get(context.metadata(), name, null, 0);
        return entry == null ? "" : Natives.string(entry.value());
    }

    @Override
    public void close() {
        container.close();
    }
}
