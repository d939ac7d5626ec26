// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import dev.sightline.video.SourceKind;

/**
 * What FFmpeg may use for a kind of source, as the white lists that it takes: by default it would
 * try all its protocols, containers and codecs on whatever a stranger sends, play lists and scripts
 * that name other files among them.
 *
 * @param protocols names of protocols; none for sources whose bytes are handed to FFmpeg
 * @param formats names of demuxers
 * @param codecs names of decoders
 */
public record AllowedMedia(String protocols, String formats, String codecs) {

    /** Containers of whole files, without those that name other files. */
    private static final String FILES =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mpegvideo,avi,flv,asf,ogg,mxf,ivf,"
                    + "h264,hevc,av1,obu,m4v,nut,dv,gxf,rm,wtv";

    private static final String SEGMENTS = "mpegts,mov,mp4,m4a,3gp,3g2,mj2";

    private static final String LIVE_CODECS =
            "h264,hevc,av1,libaom-av1,vp8,vp9,libvpx,libvpx-vp9,mpeg4,mpeg2video,mpeg1video,mjpeg,"
                    + "h263,flv,vvc";

    private static final String FILE_CODECS =
            LIVE_CODECS
                    + ",msmpeg4,msmpeg4v1,msmpeg4v2,wmv1,wmv2,wmv3,vc1,theora,vp3,vp6,vp6f,vp6a,vp7,"
                    + "prores,dnxhd,dvvideo,ffv1,huffyuv,ffvhuff,rawvideo,v210,cinepak,svq1,svq3,"
                    + "rv10,rv20,rv30,rv40,jpeg2000,png,utvideo,mpegvideo,h263p,h263i,hap,cfhd,qtrle";

    /** The lists for a kind of source. */
    public static AllowedMedia of(SourceKind kind) {
        return switch (kind) {
            case FILE -> new AllowedMedia("file", FILES, FILE_CODECS);
            case HTTP -> new AllowedMedia("", FILES, FILE_CODECS);
            case HLS -> new AllowedMedia("", SEGMENTS, LIVE_CODECS);
            case RTSP -> new AllowedMedia("rtsp,rtp,srtp,udp,tcp,tls", "rtsp,sdp", LIVE_CODECS);
            case RTMP -> new AllowedMedia("rtmp,tcp", "flv,live_flv", LIVE_CODECS);
            case SRT -> new AllowedMedia("srt", "mpegts", LIVE_CODECS);
            case UDP -> new AllowedMedia("udp", "mpegts", LIVE_CODECS);
        };
    }
}
