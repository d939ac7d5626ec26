// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.RealVectors;
import dev.sightline.match.MatchPhase.Phase;
import dev.sightline.scene.FusedSceneDetector;
import dev.sightline.scene.SceneDetector;
import dev.sightline.scene.SceneSample;
import dev.sightline.scene.SceneSettings;
import dev.sightline.scene.SceneStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's promise: 24 false alarms a day are bearable, nothing else is set. */
class RealMatchesTest {

    private static final double BUDGET = 24;
    private static final Map<String, float[]> QUERIES = RealVectors.queries();
    private static final Background BACKGROUND =
            new Background(RealVectors.background(), RealVectors.DIMENSION);

    @Test
    void theCatIsFoundInBothItsScenes() {
        assertThat(found("a cat", RealVectors.reel())).containsExactly("0-4", "35-39");
    }

    @Test
    void theCupIsFoundInItsSceneAlone() {
        assertThat(found("a red coffee cup on a saucer", RealVectors.reel()))
                .containsExactly("5-9");
    }

    @Test
    void thePhotographerIsFoundInHisSceneAlone() {
        assertThat(found("a man with a camera on a tripod", RealVectors.reel()))
                .containsExactly("21-26");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a dog running on a beach",
                "children playing football",
                "people swimming in a pool"
            })
    void whatIsNotInTheReelIsNotFound(String query) {
        assertThat(found(query, RealVectors.reel())).isEmpty();
    }

    @Test
    void theDogIsFoundInItsClipAlone() {
        String query = "a dog playing in a park";
        assertThat(found(query, RealVectors.clip("01_dog.mp4"))).containsExactly("0-9");
        assertThat(found(query, RealVectors.clip("04_coffee.mp4"))).isEmpty();
        assertThat(found(query, RealVectors.clip("05_default_juggle.mp4"))).isEmpty();
        assertThat(found(query, RealVectors.clip("car-detection.mp4"))).isEmpty();
    }

    @Test
    void aCarThatIsThereForThreeSamplesOfALongShotIsFound() {
        assertThat(found("a red car", RealVectors.clip("car-detection.mp4")))
                .containsExactly("16-18");
        assertThat(found("a red car", RealVectors.clip("01_dog.mp4"))).isEmpty();
    }

    private static List<String> found(String query, List<SceneSample> samples) {
        float[] vector = QUERIES.get(query);
        Duration interval = Duration.ofSeconds(1);
        Calibration calibration = new Calibration(BACKGROUND.distribution(vector), interval);
        MatchRules rules =
                new MatchRules(calibration.within(BUDGET), 2000, 10_000, interval.toMillis());
        return MatchSamples.phases(rules, observations(vector, samples)).stream()
                .filter(phase -> phase.phase() == Phase.CLOSE)
                .map(phase -> phase.interval().startK() + "-" + phase.interval().endK())
                .toList();
    }

    private static List<Observation> observations(float[] query, List<SceneSample> samples) {
        QueryMatrix matrix = QueryMatrix.of(List.of(query), RealVectors.DIMENSION);
        return observations(matrix, samples, new FusedSceneDetector(SceneSettings.DEFAULT));
    }

    private static <S> List<Observation> observations(
            QueryMatrix matrix, List<SceneSample> samples, SceneDetector<S> detector) {
        List<Observation> observations = new ArrayList<>();
        S state = detector.initial();
        for (SceneSample sample : samples) {
            SceneStep<S> step = detector.observe(state, sample, List.of());
            state = step.state();
            float score = matrix.scores(sample.vector())[0];
            observations.add(new Observation(sample.k(), sample.time(), score, step.sceneStart()));
        }
        return observations;
    }
}
