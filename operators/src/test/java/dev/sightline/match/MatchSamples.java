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

    static final MatchRules RULES = new MatchRules(2000, 10_000, 1000);

    private MatchSamples() {}

    static MediaTime time(long ms) {
        return new MediaTime(
                90 * ms, new TimeBase(1, 90_000), ms, null, WallSource.NONE, 0, Instant.EPOCH);
    }

    static Observation of(long k, double score) {
        return of(k, score, score);
    }

    /** A sample whose scene is as strong as it says. */
    static Observation of(long k, double score, double scene) {
        double support = Math.max(score, scene);
        return new Observation(
                k, time(1000 * k), score, support, (float) score, new Meaning(0.5, 0.5, 1.0));
    }

    /** The scores of one scene per row; each sample has the mean of its scene up to it. */
    static List<Observation> scenes(double[]... scenes) {
        List<Observation> samples = new ArrayList<>();
        for (double[] scene : scenes) {
            double sum = 0;
            for (int i = 0; i < scene.length; i++) {
                sum += scene[i];
                samples.add(of(samples.size(), scene[i], sum / (i + 1)));
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
            MatchStep step = tracker.observe(state, sample, THRESHOLDS);
            phases.addAll(step.phases());
            state = step.state();
        }
        phases.addAll(tracker.finish(state, CloseReason.ENDED).phases());
        return phases;
    }
}
