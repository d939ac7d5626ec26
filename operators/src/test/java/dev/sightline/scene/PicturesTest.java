// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.video.VisualSignature;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private final VisualSignature one = SceneSamples.picture(1, 1);
    private final VisualSignature other = SceneSamples.picture(2, 1);
    private final VisualSignature black = SceneSamples.picture(1, 0);

    @Test
    void aPictureDoesNotDifferFromItself() {
        assertThat(Pictures.changedLight(one, one)).isZero();
    }

    @Test
    void allLightGoesWhereAPictureTurnsBlack() {
        assertThat(Pictures.changedLight(one, black)).isEqualTo(1);
    }

    @Test
    void aDarkSceneCountsAsMuchAsABrightOne() {
        double dark =
                Pictures.changedLight(SceneSamples.picture(1, 0.3), SceneSamples.picture(2, 0.3));
        assertThat(dark).isCloseTo(Pictures.changedLight(one, other), within(0.02));
    }

    @Test
    void theNoiseOfBlackIsNoChange() {
        byte[] noise = new byte[one.thumbnail().length];
        for (int i = 0; i < noise.length; i += 3) {
            noise[i] = 2;
        }
        assertThat(Pictures.changedLight(black, new VisualSignature(noise))).isLessThan(0.05);
    }

    @Test
    void onlyAPictureOfOneColourIsBlank() {
        assertThat(Pictures.blank(black)).isTrue();
        assertThat(Pictures.blank(one)).isFalse();
    }

    @Test
    void aMixtureAndADarkerPictureAreOnTheWay() {
        byte[] mixed = new byte[one.thumbnail().length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (((one.thumbnail()[i] & 0xff) + (other.thumbnail()[i] & 0xff)) / 2);
        }
        assertThat(Pictures.onTheWay(one, new VisualSignature(mixed), other)).isTrue();
        assertThat(Pictures.onTheWay(one, SceneSamples.picture(1, 0.5), other)).isTrue();
    }

    @Test
    void neitherOneOfTheTwoNorSomethingElseIsOnTheWay() {
        assertThat(Pictures.onTheWay(one, one, other)).isFalse();
        assertThat(Pictures.onTheWay(one, other, other)).isFalse();
        assertThat(Pictures.onTheWay(one, SceneSamples.picture(3, 1), other)).isFalse();
        assertThat(Pictures.onTheWay(black, black, black)).isFalse();
        assertThat(Pictures.onTheWay(one, black, other)).isFalse();
    }
}
