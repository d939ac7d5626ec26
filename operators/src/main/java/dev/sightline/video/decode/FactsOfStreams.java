// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import dev.sightline.video.StreamFailed.Category;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Reads {@link VideoFacts} from an opened file. */
final class FactsOfStreams {

    /** A WebM file says within its first element, of some forty bytes, that it is one. */
    private static final int HEAD_BYTES = 128;

    /** Some containers state the ticks of their clock where nobody knows the rate. */
    private static final double HIGHEST_RATE = 1000;

    private FactsOfStreams() {}

    static VideoFacts of(Path file, Demuxer demuxer) throws MediaException {
        AVStream stream = demuxer.stream();
        AVCodecParameters video = stream.codecpar();
        int sound = sound(demuxer);
        int[] size = shownSize(demuxer, video);
        FrameRate average = rate(stream.avg_frame_rate());
        FrameRate least = rate(stream.r_frame_rate());
        FrameRate rate = average == null ? least : average;
        return new VideoFacts(
                container(file, demuxer),
                Natives.string(avcodec_get_name(video.codec_id())),
                stream.index(),
                isFirst(demuxer),
                video.format() == AV_PIX_FMT_YUV420P || video.format() == AV_PIX_FMT_YUVJ420P,
                size[0],
                size[1],
                sound < 0 ? "" : codec(demuxer, sound),
                sound >= 0 && hears(demuxer, sound) ? sound : -1,
                rate,
                average != null && least != null && average.isNear(least),
                demuxer.timeBase().toMillis(demuxer.startPts().orElse(0)),
                demuxer.durationMs());
    }

    /**
     * The first one. FFmpeg's own choice wants to know more of it, for which it would have to be
     * decoded.
     */
    private static int sound(Demuxer demuxer) {
        for (int i = 0; i < demuxer.context().nb_streams(); i++) {
            AVCodecParameters parameters = demuxer.context().streams(i).codecpar();
            if (parameters.codec_type() == AVMEDIA_TYPE_AUDIO
                    && parameters.codec_id() != AV_CODEC_ID_NONE) {
                return i;
            }
        }
        return -1;
    }

    private static String codec(Demuxer demuxer, int stream) {
        int id = demuxer.context().streams(stream).codecpar().codec_id();
        return Natives.string(avcodec_get_name(id));
    }

    private static boolean hears(Demuxer demuxer, int stream) {
        AVCodec decoder =
                avcodec_find_decoder(demuxer.context().streams(stream).codecpar().codec_id());
        return decoder != null && AllowedCodecs.hears(Natives.string(decoder.name()));
    }

    private static boolean isFirst(Demuxer demuxer) {
        for (int i = 0; i < demuxer.stream().index(); i++) {
            if (demuxer.context().streams(i).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                return false;
            }
        }
        return true;
    }

    private static FrameRate rate(AVRational rate) {
        boolean stated =
                rate.num() > 0
                        && rate.den() > 0
                        && (double) rate.num() / rate.den() <= HIGHEST_RATE;
        return stated ? new FrameRate(rate.num(), rate.den()).snapped() : null;
    }

    private static int[] shownSize(Demuxer demuxer, AVCodecParameters video) {
        int width = video.width();
        try (AVRational aspect =
                av_guess_sample_aspect_ratio(demuxer.context(), demuxer.stream(), (AVFrame) null)) {
            if (aspect.num() > 0 && aspect.den() > 0) {
                width = (int) Math.round((double) width * aspect.num() / aspect.den());
            }
        }
        boolean turned = isTurned(video);
        return new int[] {turned ? video.height() : width, turned ? width : video.height()};
    }

    private static boolean isTurned(AVCodecParameters video) {
        AVPacketSideData matrix =
                av_packet_side_data_get(
                        video.coded_side_data(),
                        video.nb_coded_side_data(),
                        AV_PKT_DATA_DISPLAYMATRIX);
        return matrix != null && Orientation.ofDisplayMatrix(matrix.data()).transposed();
    }

    /** FFmpeg has one demuxer for MP4 and QuickTime, and one for WebM and Matroska. */
    private static String container(Path file, Demuxer demuxer) throws MediaException {
        String format = Natives.string(demuxer.context().iformat().name()).split(",")[0];
        if (format.equals("mov")) {
            return demuxer.tag("major_brand").startsWith("qt") ? "mov" : "mp4";
        }
        return format.equals("matroska") && head(file).contains("webm") ? "webm" : format;
    }

    private static String head(Path file) throws MediaException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new MediaException(Category.OPEN, "cannot be read: " + e.getMessage());
        }
    }
}
