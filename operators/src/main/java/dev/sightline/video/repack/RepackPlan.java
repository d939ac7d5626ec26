// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.VideoFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How a file is made playable.
 *
 * @param contentType of what comes out
 * @param videoEncoder FFmpeg's name of it; {@value #COPY} if the pictures stay as they are
 * @param soundEncoder likewise; empty if there is no sound
 * @param notes what a viewer should know, each a sentence
 */
record RepackPlan(
        String contentType, String videoEncoder, String soundEncoder, List<String> notes) {

    static final String COPY = "copy";

    /** Containers whose every frame says when it is shown; AVI has its order only. */
    private static final Set<String> COPIED_FROM =
            Set.of("mp4", "mov", "webm", "matroska", "mpegts", "mpeg", "flv", "ogg");

    /** Bare streams, whose frames say nothing of time. */
    private static final Set<String> UNSTAMPED =
            Set.of("h264", "hevc", "av1", "obu", "m4v", "mpegvideo", "vc1", "dv");

    /** The quickest first. */
    private static final List<String> VIDEO_ENCODERS =
            List.of("libopenh264", "libvpx", "libvpx-vp9");

    /** Whether pictures stay as they are. */
    boolean copies() {
        return videoEncoder.equals(COPY);
    }

    /** Whether the frames of a file have times. */
    static boolean stamped(VideoFacts facts) {
        return !UNSTAMPED.contains(facts.container());
    }

    boolean mp4() {
        return contentType.equals(BrowserFormats.MP4);
    }

    /**
     * @param encoders says which there are, by FFmpeg's names
     * @throws MediaException if there is none for pictures
     */
    static RepackPlan of(VideoFacts facts, Predicate<String> encoders) throws MediaException {
        List<String> notes = new ArrayList<>();
        String video = videoEncoder(facts, encoders);
        boolean webm =
                video.startsWith("libvpx") || video.equals(COPY) && facts.video().equals("vp8");
        String type = webm ? BrowserFormats.WEBM : BrowserFormats.MP4;
        if (video.equals(COPY)) {
            notes.add("The pictures are the file's own; it begins at a keyframe.");
        } else {
            notes.add("The pictures are converted from " + facts.video() + ".");
        }
        return new RepackPlan(type, video, sound(facts, type, encoders, notes), List.copyOf(notes));
    }

    private static String videoEncoder(VideoFacts facts, Predicate<String> encoders)
            throws MediaException {
        boolean known =
                BrowserFormats.takesVideo(BrowserFormats.MP4, facts.video())
                        || BrowserFormats.takesVideo(BrowserFormats.WEBM, facts.video());
        if (known && facts.plain() && COPIED_FROM.contains(facts.container())) {
            return COPY;
        }
        return VIDEO_ENCODERS.stream()
                .filter(encoders)
                .findFirst()
                .orElseThrow(
                        () ->
                                new MediaException(
                                        Category.OPEN,
                                        "cannot be converted: this FFmpeg has none of the encoders "
                                                + String.join(", ", VIDEO_ENCODERS)));
    }

    private static String sound(
            VideoFacts facts, String type, Predicate<String> encoders, List<String> notes) {
        if (facts.audio().isEmpty()) {
            return "";
        }
        if (BrowserFormats.takesSound(type, facts.audio()) && facts.audioStream() >= 0) {
            return COPY;
        }
        boolean mp4 = type.equals(BrowserFormats.MP4);
        List<String> wanted = mp4 ? List.of("aac", "libopus") : List.of("libopus");
        String encoder = wanted.stream().filter(encoders).findFirst().orElse("");
        if (encoder.isEmpty() || facts.audioStream() < 0) {
            notes.add("The sound is left out: " + facts.audio() + " cannot be converted.");
            return "";
        }
        return encoder;
    }
}
