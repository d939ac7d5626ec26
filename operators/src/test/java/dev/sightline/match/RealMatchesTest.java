// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.RealVectors;
import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.clip.ModelBundle;
import dev.sightline.event.QueryRequest;
import dev.sightline.match.MatchPhase.Phase;
import dev.sightline.scene.FusedSceneDetector;
import dev.sightline.scene.SceneSample;
import dev.sightline.scene.SceneSettings;
import dev.sightline.scene.SceneState;
import dev.sightline.scene.SceneStep;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
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
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());
    private static final double LOGIT_SCALE = BUNDLE.manifest().logitScale();
    private static final ModelCalibration CALIBRATION =
            ModelCalibration.of(
                    BUNDLE,
                    text -> {
                        throw new AssertionError("the bundle brings the control group");
                    });

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
    void aCarThatIsThereForTwoSamplesOfALongShotIsFound() {
        assertThat(found("a red car", RealVectors.clip("car-detection.mp4")))
                .containsExactly("16-18");
        assertThat(found("a red car", RealVectors.clip("01_dog.mp4"))).isEmpty();
    }

    private static List<String> found(String query, List<SceneSample> samples) {
        List<String> found = new ArrayList<>();
        StreamMatcher matcher =
                new StreamMatcher(
                        CALIBRATION,
                        LOGIT_SCALE,
                        INTERVAL,
                        StreamMemory.NONE,
                        told -> {
                            if (told.phase().phase() == Phase.CLOSE) {
                                MatchInterval interval = told.phase().interval();
                                found.add(interval.startK() + "-" + interval.endK());
                            }
                            return told.picture();
                        });
        Term term = CALIBRATION.term(QUERIES.get(query));
        ArmedStep step = new ArmedStep(List.of(term), List.of(), 0);
        ArmedQuery armed =
                new ArmedQuery(
                        QueryRequest.ofText("q", query, BUDGET), List.of(step), List.of(), null, 0);
        try {
            observe(matcher, new ActiveQueries(List.of(armed)), samples);
            matcher.end(CloseReason.ENDED);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    private static void observe(
            StreamMatcher matcher, ActiveQueries queries, List<SceneSample> samples)
            throws InterruptedException {
        StreamRef stream = new StreamRef("s", 1, "file:///s", SourceKind.FILE, "");
        FusedSceneDetector detector = new FusedSceneDetector(SceneSettings.DEFAULT);
        SceneState state = detector.initial();
        for (SceneSample sample : samples) {
            SceneStep<SceneState> step = detector.observe(state, sample, List.of());
            state = step.state();
            matcher.observe(
                    new MatchSample(
                            stream,
                            sample.k(),
                            sample.time(),
                            sample.vector(),
                            step.sceneStart(),
                            new byte[0]),
                    queries);
        }
    }
}
