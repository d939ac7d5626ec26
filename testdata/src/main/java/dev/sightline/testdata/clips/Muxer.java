// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_AVOID_NEG_TS_DISABLED;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_new;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avformat.avio_seek;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_set;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.IntPointer;

/** Writes one video stream into a container. One thread; owns its native context. */
final class Muxer implements AutoCloseable {

    /** The C library's, for a seek from where one is. */
    private static final int SEEK_CUR = 1;

    private static final int MATRIX_BYTES = 9 * Integer.BYTES;

    private final Path file;
    private final AVFormatContext container;
    private AVStream stream;

    private Muxer(Path file, AVFormatContext container) {
        this.file = file;
        this.container = container;
    }

    /** Opens a file; its name says which container it is. */
    static Muxer open(Path file) throws IOException {
        Ffmpeg.load();
        AVFormatContext container = new AVFormatContext(null);
        String name = file.toString();
        Ffmpeg.check(
                avformat_alloc_output_context2(container, null, null, name),
                "find a container for " + name);
        Muxer muxer = new Muxer(file, container);
        AVIOContext output = new AVIOContext(null);
        try {
            Ffmpeg.check(avio_open(output, "file:" + name, AVIO_FLAG_WRITE), "write " + name);
            container.pb(output);
            return muxer;
        } catch (IOException e) {
            muxer.close();
            throw e;
        }
    }

    /** Whether the container holds the parameters of the stream, instead of each keyframe. */
    boolean globalHeader() {
        return (container.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
    }

    void start(AVCodecContext codec, Encoding encoding) throws IOException {
        stream = Ffmpeg.present(avformat_new_stream(container, (AVCodec) null), "stream");
        Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), codec), "describe it");
        stream.time_base(codec.time_base());
        stream.sample_aspect_ratio(codec.sample_aspect_ratio());
        if (encoding.display().rotation() != 0) {
            rotate(stream.codecpar(), encoding.display().rotation());
        }
        container.flags(container.flags() | AVFMT_FLAG_BITEXACT);
        container.max_delay(0);
        // PTS are to stand in the file as they were given, wherever they begin.
        container.avoid_negative_ts(AVFMT_AVOID_NEG_TS_DISABLED);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "mpegts_copyts", "1", 0);
        if (encoding.indexFirst()) {
            av_dict_set(options, "movflags", "faststart", 0);
        }
        int result = avformat_write_header(container, options);
        av_dict_free(options);
        Ffmpeg.check(result, "begin " + file);
    }

    private static void rotate(AVCodecParameters parameters, int degrees) throws IOException {
        AVPacketSideData all = new AVPacketSideData(parameters.coded_side_data());
        int[] count = {parameters.nb_coded_side_data()};
        AVPacketSideData matrix =
                Ffmpeg.present(
                        av_packet_side_data_new(
                                all, count, AV_PKT_DATA_DISPLAYMATRIX, MATRIX_BYTES, 0),
                        "memory");
        parameters.coded_side_data(all).nb_coded_side_data(count[0]);
        av_display_rotation_set(new IntPointer(matrix.data()), degrees);
    }

    void write(AVPacket packet, AVCodecContext codec) throws IOException {
        packet.stream_index(stream.index());
        // Without a duration of the last one, an MP4 file would end before it is shown.
        packet.duration(Math.max(1, packet.duration()));
        av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
        Ffmpeg.check(av_write_frame(container, packet), "write " + file);
    }

    /** Bytes in the file so far. */
    long position() {
        return avio_seek(container.pb(), 0, SEEK_CUR);
    }

    void finish() throws IOException {
        Ffmpeg.check(av_write_trailer(container), "finish " + file);
    }

    @Override
    public void close() {
        if (container.pb() != null) {
            avio_closep(container.pb());
        }
        avformat_free_context(container);
    }
}
