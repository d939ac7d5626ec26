// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.RealVectors;
import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.ModelBundle;
import dev.sightline.scene.FusedSceneDetector;
import dev.sightline.scene.SceneSample;
import dev.sightline.scene.SceneSettings;
import dev.sightline.scene.SceneState;
import dev.sightline.scene.SceneStep;
import dev.sightline.testdata.repository.Repository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The demo reel as samples of one stream, with its scenes, and matchers of the bundled model. */
final class ReelMatches {

    static final ModelBundle BUNDLE = ModelBundle.load(Repository.model());
    static final ModelCalibration CALIBRATION =
            ModelCalibration.of(
                    BUNDLE,
                    text -> {
                        throw new AssertionError("the bundle brings the control group");
                    });

    private ReelMatches() {}

    static List<MatchSample> reel() {
        return samples(RealVectors.reel());
    }

    static List<MatchSample> samples(List<SceneSample> stream) {
        List<MatchSample> samples = new ArrayList<>();
        FusedSceneDetector detector = new FusedSceneDetector(SceneSettings.DEFAULT);
        SceneState state = detector.initial();
        for (SceneSample sample : stream) {
            SceneStep<SceneState> step = detector.observe(state, sample, List.of());
            state = step.state();
            samples.add(
                    new MatchSample(
                            TestQueries.STREAM,
                            sample.k(),
                            sample.time(),
                            sample.vector(),
                            step.sceneStart(),
                            new byte[0]));
        }
        return samples;
    }

    static StreamMatcher matcher(StreamMemory memory, MatchListener listener) {
        return new StreamMatcher(
                CALIBRATION,
                BUNDLE.manifest().logitScale(),
                Duration.ofSeconds(1),
                memory,
                listener);
    }

    /** All phases from the first to the last sample. */
    static List<String> found(ArmedQuery query, List<MatchSample> samples)
            throws InterruptedException {
        ToldMatches told = new ToldMatches();
        StreamMatcher matcher = matcher(StreamMemory.NONE, told);
        ActiveQueries queries = new ActiveQueries(List.of(query));
        for (MatchSample sample : samples) {
            matcher.observe(sample, queries);
        }
        matcher.end(CloseReason.ENDED);
        return told.lines().stream().filter(line -> line.startsWith("close")).toList();
    }
}
