// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes the variant that costs least and still shows the model all that it can see: the smallest
 * one that is at least as large as the model's input, or the largest there is.
 */
final class VariantChoice {

    private static final Set<String> AUDIO =
            Set.of("mp4a", "ac-3", "ec-3", "ac-4", "opus", "flac", "alac", "vorbis", "mp3");

    private static final Comparator<Variant> BY_COST =
            Comparator.comparingInt(Variant::shortSide).thenComparingLong(Variant::bandwidth);

    private VariantChoice() {}

    /**
     * Chooses.
     *
     * @param side of the model's input, in pixels
     * @throws PlaylistException if none has video
     */
    static Variant of(List<Variant> variants, int side) throws PlaylistException {
        List<Variant> videos = variants.stream().filter(VariantChoice::hasVideo).toList();
        List<Variant> sized = videos.stream().filter(v -> v.shortSide() > 0).toList();
        if (!sized.isEmpty()) {
            return sized.stream()
                    .filter(v -> v.shortSide() >= side)
                    .min(BY_COST)
                    .or(() -> sized.stream().max(Comparator.comparingInt(Variant::shortSide)))
                    .orElseThrow();
        }
        // Without sizes: those that say that they hold video before those that may be sound alone.
        return videos.stream()
                .min(
                        Comparator.comparing((Variant v) -> v.codecs().isEmpty())
                                .thenComparing(BY_COST))
                .orElseThrow(() -> new PlaylistException("offers no variant with video"));
    }

    private static boolean hasVideo(Variant variant) {
        return variant.codecs().isEmpty()
                || Arrays.stream(variant.codecs().split(","))
                        .map(codec -> codec.strip().split("\\.", 2)[0].toLowerCase(Locale.ROOT))
                        .anyMatch(codec -> !codec.isEmpty() && !AUDIO.contains(codec));
    }
}
