// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.VisualSignature;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private final VisualSignature one = SceneSamples.picture(1, 1);
    private final VisualSignature black = SceneSamples.picture(1, 0);

    @Test
    void onlyAPictureOfOneColourIsBlank() {
        assertThat(Pictures.blank(black)).isTrue();
        assertThat(Pictures.blank(one)).isFalse();
    }
}
