// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.Objects;

/**
 * What a file is.
 *
 * @param container mp4 | mov | webm | matroska, or FFmpeg's name of another one
 * @param video FFmpeg's name of the codec of the stream that is watched: h264, vp9 ...
 * @param videoStream number of that stream in the file, from 0
 * @param firstVideo whether no other video stream comes before it, so that players choose it too
 * @param plain whether its pictures are 8-bit 4:2:0, which every decoder can show
 * @param width in pixels as it is to be shown: turned, with square pixels
 * @param height likewise
 * @param audio FFmpeg's name of the sound's codec; empty if there is none
 * @param audioStream number of its stream; -1 if there is none, or no decoder for it
 * @param rate frames a second on average, or null if the file does not say
 * @param steady whether frames are equally far apart, as far as the file says
 * @param startMs time stamp of the first frame in milliseconds, where media time is 0; may be
 *     negative
 * @param durationMs length in milliseconds; 0 if the file does not say
 */
public record VideoFacts(
        String container,
        String video,
        int videoStream,
        boolean firstVideo,
        boolean plain,
        int width,
        int height,
        String audio,
        int audioStream,
        FrameRate rate,
        boolean steady,
        long startMs,
        long durationMs) {

    /** Refuses absent parts; only the rate may be null. */
    public VideoFacts {
        Objects.requireNonNull(container, "container");
        Objects.requireNonNull(video, "video");
        Objects.requireNonNull(audio, "audio");
    }
}
