// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.repack;

import dev.sightline.video.decode.VideoFacts;
import java.util.Optional;
import java.util.Set;

/** What browsers play, as far as all of today's do. */
public final class BrowserFormats {

    static final String MP4 = "video/mp4";
    static final String WEBM = "video/webm";

    private static final Set<String> MP4_VIDEO = Set.of("h264", "vp9", "av1");
    private static final Set<String> MP4_SOUND = Set.of("aac", "mp3", "opus", "flac");
    private static final Set<String> WEBM_VIDEO = Set.of("vp8", "vp9", "av1");
    private static final Set<String> WEBM_SOUND = Set.of("opus", "vorbis");

    /** Browsers differ in what they make of a file whose time does not begin at 0. */
    private static final long LATEST_START_MS = 100;

    private BrowserFormats() {}

    /** The content type under which a file plays as it is; empty if it has to be converted. */
    public static Optional<String> contentType(VideoFacts facts) {
        boolean plain = facts.plain() && facts.firstVideo() && facts.startMs() <= LATEST_START_MS;
        String type =
                switch (facts.container()) {
                    case "mp4" -> MP4;
                    case "webm" -> WEBM;
                    default -> "";
                };
        boolean plays = plain && takesVideo(type, facts.video()) && hears(type, facts);
        return plays ? Optional.of(type) : Optional.empty();
    }

    private static boolean hears(String type, VideoFacts facts) {
        return facts.audio().isEmpty() || takesSound(type, facts.audio());
    }

    static boolean takesVideo(String type, String codec) {
        return type.equals(MP4) && MP4_VIDEO.contains(codec)
                || type.equals(WEBM) && WEBM_VIDEO.contains(codec);
    }

    static boolean takesSound(String type, String codec) {
        return (type.equals(MP4) ? MP4_SOUND : WEBM_SOUND).contains(codec);
    }
}
