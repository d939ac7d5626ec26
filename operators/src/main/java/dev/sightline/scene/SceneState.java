// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.VisualChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the scene detector remembers of a stream. Immutable.
 *
 * @param recent the latest samples, oldest first, at most {@value #MOST_SAMPLES}; the first one may
 *     be older than all that is undecided
 * @param pending changes that the reader saw and that no scene change was made of yet, by their
 *     start
 * @param followed grid point of the last sample that the drift has followed
 * @param drifts recent distances of samples from their scene's centre
 * @param drift the current scene's centre; null before its first sample was followed
 * @param scene where the current scene began
 */
public record SceneState(
        List<SceneSample> recent,
        List<VisualChange> pending,
        long followed,
        RecentDistances drifts,
        Drift drift,
        SceneStart scene) {

    /** Four seconds at a sample every 250 ms. */
    static final int MOST_SAMPLES = 16;

    /** Copies the lists. */
    public SceneState {
        recent = List.copyOf(recent);
        pending = List.copyOf(pending);
    }

    /** Before the first sample. */
    static SceneState initial() {
        return after(RecentDistances.NONE);
    }

    /** Before the first sample behind an interruption: only the stream's temper is kept. */
    SceneState interrupted() {
        return after(drifts);
    }

    private static SceneState after(RecentDistances drifts) {
        return new SceneState(List.of(), List.of(), -1, drifts, null, SceneStart.NONE);
    }

    /** The last sample, or null. */
    SceneSample newest() {
        return recent.isEmpty() ? null : recent.get(recent.size() - 1);
    }

    /** The last sample before a time, or null if none is known. */
    SceneSample before(long mediaMs) {
        SceneSample before = null;
        for (SceneSample sample : recent) {
            before = sample.time().mediaMs() < mediaMs ? sample : before;
        }
        return before;
    }

    /** The first sample at or behind a time, or null if there is none yet. */
    SceneSample from(long mediaMs) {
        return recent.stream()
                .filter(sample -> sample.time().mediaMs() >= mediaMs)
                .findFirst()
                .orElse(null);
    }

    /** The first sample that the drift has not followed, or null. */
    SceneSample unfollowed() {
        return recent.stream().filter(sample -> sample.k() > followed).findFirst().orElse(null);
    }

    /**
     * With one more sample.
     *
     * @param undecidedFromMs samples from here on are needed, and the one before
     */
    SceneState withSample(SceneSample sample, long undecidedFromMs) {
        List<SceneSample> next = new ArrayList<>(recent);
        next.add(sample);
        while (next.size() > MOST_SAMPLES
                || next.size() > 2 && next.get(1).time().mediaMs() < undecidedFromMs) {
            next.remove(0);
        }
        SceneStart start =
                scene.known() ? scene : new SceneStart(sample.k(), sample.time().mediaMs(), -1);
        return new SceneState(next, pending, followed, drifts, drift, start);
    }

    SceneState withPending(List<VisualChange> more) {
        List<VisualChange> next = new ArrayList<>(pending);
        next.addAll(more);
        next.sort(Comparator.comparingLong(change -> change.start().mediaMs()));
        return new SceneState(recent, next, followed, drifts, drift, scene);
    }

    SceneState withoutPending(VisualChange change) {
        List<VisualChange> next = new ArrayList<>(pending);
        next.remove(change);
        return new SceneState(recent, next, followed, drifts, drift, scene);
    }

    SceneState withScene(SceneStart next, Drift nextDrift) {
        return new SceneState(recent, pending, followed, drifts, nextDrift, next);
    }

    SceneState withDrift(SceneSample sample, Drift next, RecentDistances nextDrifts) {
        return new SceneState(recent, pending, sample.k(), nextDrifts, next, scene);
    }
}
