// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import dev.sightline.video.SourceKind;

/**
 * What FFmpeg may use for a kind of source, as the white lists that it takes: by default it would
 * try all its protocols and containers on whatever a stranger sends, play lists and scripts that
 * name other files among them.
 *
 * @param protocols names of protocols; none for sources whose bytes are handed to FFmpeg
 * @param formats names of demuxers
 */
public record AllowedMedia(String protocols, String formats) {

    /**
     * Containers that hold video. Play lists, slide shows and scripts are left out: a text file may
     * name other files, so it must not be opened as a video whatever it is called.
     */
    private static final String FILES =
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mpegvideo,avi,flv,asf,ogg,mxf,ivf,"
                    + "h264,hevc,av1,obu,m4v,nut,dv,gxf,rm,wtv";

    private static final String SEGMENTS = "mpegts,mov,mp4,m4a,3gp,3g2,mj2";

    /** The lists for a kind of source. */
    public static AllowedMedia of(SourceKind kind) {
        return switch (kind) {
            case FILE -> new AllowedMedia("file", FILES);
            case HTTP -> new AllowedMedia("", FILES);
            case HLS -> new AllowedMedia("", SEGMENTS);
            case RTSP -> new AllowedMedia("rtsp,rtp,srtp,udp,tcp,tls", "rtsp,sdp");
            case RTMP -> new AllowedMedia("rtmp,tcp", "flv,live_flv");
            case SRT -> new AllowedMedia("srt", "mpegts");
            case UDP -> new AllowedMedia("udp", "mpegts");
        };
    }
}
