// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EncodeTest {

    @Test
    void theDistanceOfKeyframesIsGivenInFrames() {
        Encode encode = new Encode(Encode.Codec.H264, 8, Encode.Keyframes.SCENES);

        assertThat(encode.name()).isEqualTo("h264-gop8s");
        assertThat(encode.arguments(30))
                .containsSequence("-c:v", "libx264")
                .containsSequence("-x264-params", "keyint=240");
    }

    @Test
    void x265IsToldToBeQuiet() {
        assertThat(new Encode(Encode.Codec.HEVC, 1, Encode.Keyframes.SCENES).arguments(30))
                .containsSequence("-c:v", "libx265")
                .containsSequence("-x265-params", "keyint=30:log-level=error");
    }

    @Test
    void regularKeyframesAreNotMovedByCuts() {
        Encode encode = new Encode(Encode.Codec.H264, 2, Encode.Keyframes.REGULAR);

        assertThat(encode.name()).isEqualTo("h264-gop2s-regular");
        assertThat(encode.arguments(30))
                .containsSequence("-x264-params", "keyint=60:min-keyint=60:scenecut=0");
    }

    @Test
    void aSizeIsWidthAndHeight() {
        assertThat(Encodes.Size.parse("1280x720")).isEqualTo(new Encodes.Size(1280, 720));
        assertThatThrownBy(() -> Encodes.Size.parse("720p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("720p");
    }
}
