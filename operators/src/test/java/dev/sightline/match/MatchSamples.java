// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Invented scores: one a second, entering at 0.5 and leaving at 0.3. */
final class MatchSamples {

    static final Thresholds THRESHOLDS = new Thresholds(0.5, 0.3);

    static final MatchRules RULES = new MatchRules(THRESHOLDS, 2000, 10_000, 1000);

    private MatchSamples() {}

    static MediaTime time(long ms) {
        return new MediaTime(
                90 * ms, new TimeBase(1, 90_000), ms, null, WallSource.NONE, 0, Instant.EPOCH);
    }

    static Observation of(long k, double score, long sceneStart) {
        return new Observation(k, time(1000 * k), (float) score, sceneStart);
    }

    /** The scores of one scene per row. */
    static List<Observation> scenes(double[]... scenes) {
        List<Observation> samples = new ArrayList<>();
        for (double[] scene : scenes) {
            int start = samples.size();
            for (double score : scene) {
                samples.add(of(samples.size(), score, start));
            }
        }
        return samples;
    }

    /** A scene of one score. */
    static double[] scene(int samples, double score) {
        double[] scene = new double[samples];
        Arrays.fill(scene, score);
        return scene;
    }

    /** All phases of a stream, to its end. */
    static List<MatchPhase> phases(MatchRules rules, List<Observation> samples) {
        MatchTracker tracker = new MatchTracker(rules);
        MatchState state = MatchState.INITIAL;
        List<MatchPhase> phases = new ArrayList<>();
        for (Observation sample : samples) {
            MatchStep step = tracker.observe(state, sample);
            phases.addAll(step.phases());
            state = step.state();
        }
        phases.addAll(tracker.finish(state, CloseReason.ENDED).phases());
        return phases;
    }
}
