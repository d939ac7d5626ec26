// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;
import dev.sightline.video.VisualChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins what the reader saw change, to the frame, with what the samples mean.
 *
 * <p>A change that was seen is a cut or a gradual change; the distance of the vectors before and
 * behind it makes it more certain. Without one, a scene whose samples have for good become far from
 * its centre has changed its meaning. Changes and samples are taken in the order of their times,
 * {@value #DECIDED_MS} ms late: by then the reader has told of every change that is over.
 */
public final class FusedSceneDetector implements SceneDetector<SceneState> {

    /** A reader tells of a gradual change at most so long behind its end. */
    public static final long DECIDED_MS = 2500;

    /** What a change may take besides: the sample before it must still be known. */
    private static final long LONGEST_CHANGE_MS = 3000;

    /**
     * Bounds of the distance from the scene's centre at which a sample shows something else; within
     * one shot of nine clips it was below 0.3 but while something large passed.
     */
    private static final double DRIFT_FLOOR = 0.45;

    private static final double DRIFT_CEILING = 0.70;

    private final SceneSettings settings;

    public FusedSceneDetector(SceneSettings settings) {
        this.settings = settings;
    }

    @Override
    public SceneState initial() {
        return SceneState.initial();
    }

    @Override
    public SceneStep<SceneState> observe(
            SceneState state, SceneSample sample, List<VisualChange> changes) {
        SceneSample newest = state.newest();
        if (newest != null && sample.k() <= newest.k()) {
            throw new IllegalArgumentException(
                    "sample " + sample.k() + " behind sample " + newest.k());
        }
        long decided = sample.time().mediaMs() - DECIDED_MS;
        return decide(state.withPending(changes).withSample(sample), newest, decided);
    }

    @Override
    public SceneStep<SceneState> told(SceneState state, List<VisualChange> changes) {
        SceneState known = state.withPending(changes);
        return new SceneStep<>(known, List.of(), sceneOf(known, known.newest()));
    }

    @Override
    public SceneStep<SceneState> discontinuity(
            SceneState state, List<VisualChange> changes, MediaTime from, MediaTime to) {
        SceneStep<SceneState> end = end(state, changes);
        List<SceneChange> found = new ArrayList<>(end.changes());
        // Before the first sample there is no scene that could end.
        if (end.state().scene().known()) {
            found.add(interruption(end.state(), from, to));
        }
        return new SceneStep<>(end.state().interrupted(), found, end.sceneStart());
    }

    @Override
    public SceneStep<SceneState> finish(SceneState state, List<VisualChange> changes) {
        SceneStep<SceneState> end = end(state, changes);
        return new SceneStep<>(initial(), end.changes(), end.sceneStart());
    }

    private SceneStep<SceneState> end(SceneState state, List<VisualChange> changes) {
        return decide(state.withPending(changes), state.newest(), Long.MAX_VALUE);
    }

    /**
     * Takes changes and samples up to a time, in order.
     *
     * @param last the sample whose scene is told as it is before anything behind it; or null
     */
    private SceneStep<SceneState> decide(SceneState state, SceneSample last, long upToMs) {
        List<SceneChange> found = new ArrayList<>();
        long lastMs = last == null ? Long.MIN_VALUE : last.time().mediaMs();
        SceneState atLast = advance(state, Math.min(lastMs, upToMs), found);
        long sceneStart = sceneOf(atLast, last);
        SceneState decided = advance(atLast, upToMs, found).since(upToMs - LONGEST_CHANGE_MS);
        return new SceneStep<>(decided, found, sceneStart);
    }

    /** The first sample of a sample's scene, as far as the reader has told; -1 of no sample. */
    private long sceneOf(SceneState state, SceneSample sample) {
        if (sample == null) {
            return SceneStart.NONE.k();
        }
        SceneStart scene = state.scene();
        for (VisualChange change : state.pending()) {
            boolean before = change.end().mediaMs() <= sample.time().mediaMs();
            if (before && longEnough(scene, change.start())) {
                scene = start(state, change);
            }
        }
        return scene.k();
    }

    private SceneState advance(SceneState state, long upToMs, List<SceneChange> found) {
        SceneState next = state;
        while (true) {
            VisualChange change = next.pending().isEmpty() ? null : next.pending().get(0);
            SceneSample sample = next.unfollowed();
            long changeMs = change == null ? Long.MAX_VALUE : change.end().mediaMs();
            long sampleMs = sample == null ? Long.MAX_VALUE : sample.time().mediaMs();
            if (Math.min(changeMs, sampleMs) > upToMs || change == null && sample == null) {
                return next;
            }
            next =
                    changeMs <= sampleMs
                            ? changed(next.without(change), change, found)
                            : follow(next, sample, change, found);
        }
    }

    private SceneState changed(SceneState state, VisualChange change, List<SceneChange> found) {
        if (!longEnough(state.scene(), change.start())) {
            return state;
        }
        SceneStart next = start(state, change);
        SceneSample before = state.before(change.start().mediaMs());
        SceneSample behind = state.behind(change.end().mediaMs());
        double distance = before == null || behind == null ? 0 : before.embeddingDistance(behind);
        double different = state.drifts().threshold(DRIFT_FLOOR, DRIFT_CEILING);
        double certain = Math.min(1, distance / different);
        found.add(
                new SceneChange(
                        kind(change),
                        change.start(),
                        change.end(),
                        change.uncertaintyMs(),
                        change.score() + (1 - change.score()) * certain,
                        new SceneChange.Scores(change.score(), distance),
                        previous(state, change.start()),
                        next.k(),
                        picture(behind == null ? state.before(Long.MAX_VALUE) : behind)));
        return state.withScene(next, null);
    }

    private static SceneChange.Kind kind(VisualChange change) {
        return change.kind() == VisualChange.Kind.CUT
                ? SceneChange.Kind.CUT
                : SceneChange.Kind.GRADUAL;
    }

    /** A change that comes too soon after the previous one is part of it. */
    private boolean longEnough(SceneStart scene, MediaTime start) {
        return scene.changeMs() < 0
                || start.mediaMs() - scene.changeMs() >= settings.minimumSceneMs();
    }

    private static SceneStart start(SceneState state, VisualChange change) {
        long endMs = change.end().mediaMs();
        SceneSample first = state.from(endMs);
        SceneSample newest = state.newest();
        long k = first != null ? first.k() : newest == null ? 0 : newest.k() + 1;
        return new SceneStart(k, endMs, endMs);
    }

    /** Follows the scene's centre, and reports when the scene has become another one for good. */
    private SceneState follow(
            SceneState state, SceneSample sample, VisualChange next, List<SceneChange> found) {
        boolean mixed = next != null && next.start().mediaMs() <= sample.time().mediaMs();
        if (mixed || sample.blank()) {
            // The vector of two pictures in one, or of nothing, means nothing.
            return state.withDrift(sample, state.drift(), state.drifts());
        }
        if (state.drift() == null) {
            return state.withDrift(sample, Drift.from(sample), state.drifts());
        }
        double threshold = state.drifts().threshold(DRIFT_FLOOR, DRIFT_CEILING);
        double distance = state.drift().distance(sample);
        SceneSample before = state.before(sample.time().mediaMs());
        Drift drift =
                distance >= threshold && before != null
                        ? state.drift().far(before, sample)
                        : state.drift().near(sample);
        SceneState followed =
                state.withDrift(
                        sample,
                        drift,
                        state.drifts().with(sample.time().mediaMs(), distance, threshold));
        if (!drift.lasted(sample, settings.lastingMs(), threshold)) {
            return followed;
        }
        SceneChange change = semantic(followed, sample, threshold);
        found.add(change);
        long sinceMs = change.end().mediaMs();
        return followed.withScene(
                new SceneStart(change.firstSample(), sinceMs, sinceMs), drift.settled());
    }

    private static SceneChange semantic(SceneState state, SceneSample sample, double threshold) {
        Drift.Away away = state.drift().away();
        double distance = state.drift().awayDistance();
        MediaTime boundary = away.boundary().middle();
        return new SceneChange(
                SceneChange.Kind.SEMANTIC,
                boundary,
                boundary,
                away.boundary().uncertaintyMs(),
                Math.min(1, 0.5 + 0.5 * (distance - threshold) / (1 - threshold)),
                new SceneChange.Scores(0, distance),
                previous(state, boundary),
                away.firstSample(),
                picture(sample));
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
                -1,
                new byte[0]);
    }

    private static SceneChange.PreviousScene previous(SceneState state, MediaTime end) {
        long startMs = state.scene().mediaMs();
        return new SceneChange.PreviousScene(startMs, Math.max(0, end.mediaMs() - startMs));
    }

    private static byte[] picture(SceneSample sample) {
        return sample == null ? new byte[0] : sample.preview();
    }
}
