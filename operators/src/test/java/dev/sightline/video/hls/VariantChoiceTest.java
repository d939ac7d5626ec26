// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantChoiceTest {

    private static final int SIDE = 224;

    private final Variant large = variant("large", 6_000_000, 1920, 1080, "avc1.640028,mp4a.40.2");
    private final Variant middle = variant("middle", 1_200_000, 640, 360, "avc1.4d401f,mp4a.40.2");
    private final Variant rich = variant("rich", 2_000_000, 640, 360, "hvc1.1.6.L93");
    private final Variant small = variant("small", 300_000, 256, 144, "avc1.42c00c");
    private final Variant sound = variant("sound", 64_000, 0, 0, "mp4a.40.2");

    @Test
    void takesTheSmallestThatFillsTheModelsInput() throws PlaylistException {
        assertThat(VariantChoice.of(List.of(large, rich, sound, small, middle), SIDE))
                .isEqualTo(middle);
        assertThat(VariantChoice.of(List.of(large, rich, sound, small, middle), 400))
                .isEqualTo(large);
    }

    @Test
    void takesTheLargestWhereNoneFillsIt() throws PlaylistException {
        assertThat(VariantChoice.of(List.of(small, middle), 500)).isEqualTo(middle);
    }

    @Test
    void measuresAnUprightPictureByItsWidth() throws PlaylistException {
        Variant upright = variant("upright", 500_000, 144, 1000, "");
        assertThat(VariantChoice.of(List.of(upright, middle), SIDE)).isEqualTo(middle);
    }

    @Test
    void takesTheCheapestWithVideoWhereSizesAreNotTold() throws PlaylistException {
        Variant unknown = variant("unknown", 60_000, 0, 0, "");
        Variant video = variant("video", 900_000, 0, 0, "avc1.42c00c");
        assertThat(VariantChoice.of(List.of(unknown, sound, video), SIDE)).isEqualTo(video);
        assertThat(VariantChoice.of(List.of(sound, unknown), SIDE)).isEqualTo(unknown);
    }

    @Test
    void refusesSoundAlone() {
        assertThatExceptionOfType(PlaylistException.class)
                .isThrownBy(() -> VariantChoice.of(List.of(sound), SIDE))
                .withMessageContaining("no variant with video");
    }

    private static Variant variant(
            String name, long bandwidth, int width, int height, String codecs) {
        return new Variant(URI.create("http://h/" + name), bandwidth, width, height, codecs);
    }
}
