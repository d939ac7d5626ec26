// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.RealVectors;
import dev.sightline.scene.SceneChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealScenesTest {

    private static final double FRAMES_PER_SECOND = 24;

    @Test
    void everyCutOfTheReelIsFoundWithinHalfASampleDistance() {
        List<SceneChange> changes = SceneSamples.changes(RealVectors.reel());
        for (int frame : new int[] {120, 240, 636, 744, 840}) {
            double cutMs = 1000 * frame / FRAMES_PER_SECOND;
            assertThat(changes)
                    .filteredOn(change -> Math.abs(change.start().mediaMs() - cutMs) <= 500)
                    .as("cut at %s ms", cutMs)
                    .singleElement()
                    .extracting(SceneChange::kind)
                    .isEqualTo(Kind.CUT);
        }
    }

    @Test
    void theReelsDissolveAndFadeAreOneChangeEachAndItsFlashIsNone() {
        List<SceneChange> changes = SceneSamples.changes(RealVectors.reel());
        assertThat(changes).hasSize(7);
        assertThat(changes.get(2).firstSample()).isEqualTo(16);
        SceneChange fade = changes.get(3);
        assertThat(fade.kind()).isEqualTo(Kind.GRADUAL);
        assertThat(fade.start().mediaMs()).isEqualTo(19_500);
        assertThat(fade.end().mediaMs()).isEqualTo(21_500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"01_dog.mp4", "04_coffee.mp4", "05_default_juggle.mp4", "car-detection.mp4"})
    void aSingleShotHasNoChange(String clip) {
        List<SceneSample> samples = RealVectors.clip(clip);
        assertThat(samples).hasSizeGreaterThanOrEqualTo(10);
        assertThat(SceneSamples.changes(samples)).isEmpty();
    }
}
