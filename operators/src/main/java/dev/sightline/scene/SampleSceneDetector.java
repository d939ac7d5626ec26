// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds scene changes with the samples alone, to within half the distance of two samples.
 *
 * <p>The evidence between two neighbouring samples is the geometric mean of the share of light that
 * changed and of the distance of their embeddings: a cut changes both, a car through the picture or
 * a camera's exposure mostly one. Whether sample k begins a scene is decided when sample k + 1 is
 * there, because a single odd sample between two alike is a flash and no change.
 */
public final class SampleSceneDetector implements SceneDetector<SceneState> {

    /**
     * Bounds of the evidence that a change needs. Measured on nine clips: real cuts have 0.58 or
     * more, the fastest camera moves 0.52 at most. A restless stream's own statistics raise the bar
     * up to the ceiling, beyond which cuts in it would be lost.
     */
    private static final double STEP_FLOOR = 0.55;

    private static final double STEP_CEILING = 0.70;

    /**
     * Bounds of the distance from the scene's centre at which a sample shows something else; within
     * one shot of the same clips it is below 0.3 but while something large passes.
     */
    private static final double DRIFT_FLOOR = 0.45;

    private static final double DRIFT_CEILING = 0.70;

    private final SceneSettings settings;

    public SampleSceneDetector(SceneSettings settings) {
        this.settings = settings;
    }

    @Override
    public SceneState initial() {
        return SceneState.initial();
    }

    @Override
    public SceneStep<SceneState> observe(SceneState state, SceneSample sample) {
        if (!state.recent().isEmpty() && sample.k() <= state.pending().k()) {
            throw new IllegalArgumentException(
                    "sample " + sample.k() + " behind sample " + state.pending().k());
        }
        List<SceneChange> changes = new ArrayList<>();
        SceneState decided = decide(state, sample, changes);
        return step(decided.withSample(sample), changes);
    }

    @Override
    public SceneStep<SceneState> discontinuity(SceneState state, MediaTime from, MediaTime to) {
        List<SceneChange> changes = new ArrayList<>();
        SceneState decided = decide(state, null, changes);
        // Before the first sample there is no scene that could end.
        if (decided.sceneStart() >= 0) {
            changes.add(interruption(decided, from, to));
        }
        return step(decided.interrupted(), changes);
    }

    @Override
    public SceneStep<SceneState> finish(SceneState state) {
        List<SceneChange> changes = new ArrayList<>();
        SceneState decided = decide(state, null, changes);
        return new SceneStep<>(initial(), changes, decided.sceneStart());
    }

    private static SceneStep<SceneState> step(SceneState state, List<SceneChange> changes) {
        return new SceneStep<>(state, changes, state.sceneStart());
    }

    private static SceneChange interruption(SceneState state, MediaTime from, MediaTime to) {
        return new SceneChange(
                SceneChange.Kind.DISCONTINUITY,
                from,
                to,
                0,
                1,
                new SceneChange.Scores(0, 0),
                previous(state, from),
                -1);
    }

    /** Decides the place of the pending sample; {@code next} is null at the end of the stream. */
    private SceneState decide(SceneState state, SceneSample next, List<SceneChange> changes) {
        if (state.recent().isEmpty()) {
            return state;
        }
        SceneSample pending = state.pending();
        SceneSample before = state.beforePending();
        if (before == null) {
            return state.withDrift(Drift.from(pending), state.drifts());
        }
        Transition transition = new Transition(state.recent(), next);
        double threshold = state.steps().threshold(STEP_FLOOR, STEP_CEILING);
        double evidence = transition.evidence();
        boolean change = evidence >= threshold && !state.explained();
        boolean flash = change && transition.flash(threshold);
        boolean continues = change && !flash && transition.continues();
        SceneState counted =
                state.withSteps(state.steps().with(evidence, threshold), flash || continues);
        if (change && !flash && longEnough(counted, transition)) {
            return changed(counted, transition, confidence(evidence, threshold), changes);
        }
        return flash ? counted : drifted(counted, before, pending, changes);
    }

    private static SceneState changed(
            SceneState state, Transition transition, double confidence, List<SceneChange> changes) {
        SceneChange change =
                new SceneChange(
                        transition.kind(),
                        transition.start(),
                        transition.end(),
                        transition.uncertaintyMs(),
                        confidence,
                        transition.scores(),
                        previous(state, transition.start()),
                        state.pending().k());
        changes.add(change);
        return state.withScene(change, Drift.from(state.pending()));
    }

    /** Follows the scene's centre, and reports when the scene has become another one for good. */
    private SceneState drifted(
            SceneState state, SceneSample before, SceneSample pending, List<SceneChange> changes) {
        if (Pictures.blank(pending.visual())) {
            return state; // an embedding of nothing means nothing
        }
        double threshold = state.drifts().threshold(DRIFT_FLOOR, DRIFT_CEILING);
        double distance = state.drift().distance(pending);
        Drift drift =
                distance >= threshold
                        ? state.drift().far(before, pending)
                        : state.drift().near(pending);
        SceneState counted = state.withDrift(drift, state.drifts().with(distance, threshold));
        if (!drift.lasted(pending, settings.lastingMs(), threshold)) {
            return counted;
        }
        SceneChange change = semantic(counted, threshold);
        changes.add(change);
        return counted.withScene(change, drift.settled());
    }

    private static SceneChange semantic(SceneState state, double threshold) {
        Drift.Away away = state.drift().away();
        double distance = state.drift().awayDistance();
        MediaTime boundary = away.boundary().middle();
        return new SceneChange(
                SceneChange.Kind.SEMANTIC,
                boundary,
                boundary,
                away.boundary().uncertaintyMs(),
                confidence(distance, threshold),
                new SceneChange.Scores(0, distance),
                previous(state, boundary),
                away.firstSample());
    }

    /** A change is merged into the previous one only if it is surely too soon after it. */
    private boolean longEnough(SceneState state, Transition transition) {
        long since = transition.start().mediaMs() - state.changeMs();
        return state.changeMs() < 0
                || since + transition.uncertaintyMs() >= settings.minimumSceneMs();
    }

    private static double confidence(double evidence, double threshold) {
        return Math.min(1, 0.5 + 0.5 * (evidence - threshold) / (1 - threshold));
    }

    private static SceneChange.PreviousScene previous(SceneState state, MediaTime end) {
        long duration = Math.max(0, end.mediaMs() - state.sceneStartMs());
        return new SceneChange.PreviousScene(state.sceneStartMs(), duration);
    }
}
