// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.VisualChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the scene detector remembers of a stream. Immutable.
 *
 * @param recent the latest samples, oldest first: those that what is undecided needs, and the one
 *     before. Of samples that come less than {@value #SPACING_MS} ms behind another one only the
 *     place is kept, so that the state has at most some 30 vectors and pictures, and below 100
 *     bytes for each further sample
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

    /** Scenes change no faster than five times a second in a way that a vector would tell. */
    private static final long SPACING_MS = 200;

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

    /** The last sample with a vector before a time, or null if none is known. */
    SceneSample before(long mediaMs) {
        SceneSample before = null;
        for (SceneSample sample : recent) {
            before = sample.hasVector() && sample.time().mediaMs() < mediaMs ? sample : before;
        }
        return before;
    }

    /** The first sample at or behind a time, or null if there is none yet. */
    SceneSample from(long mediaMs) {
        return first(sample -> sample.time().mediaMs() >= mediaMs);
    }

    /** The first sample with a vector at or behind a time, or null if there is none yet. */
    SceneSample behind(long mediaMs) {
        return first(sample -> sample.hasVector() && sample.time().mediaMs() >= mediaMs);
    }

    /** The first sample with a vector that the drift has not followed, or null. */
    SceneSample unfollowed() {
        return first(sample -> sample.hasVector() && sample.k() > followed);
    }

    private SceneSample first(Predicate<SceneSample> wanted) {
        return recent.stream().filter(wanted).findFirst().orElse(null);
    }

    SceneState withSample(SceneSample sample) {
        long ms = sample.time().mediaMs();
        SceneSample last = before(Long.MAX_VALUE);
        boolean close = last != null && ms - last.time().mediaMs() < SPACING_MS;
        List<SceneSample> next = new ArrayList<>(recent);
        next.add(close ? sample.place() : sample);
        SceneStart start = scene.known() ? scene : new SceneStart(sample.k(), ms, -1);
        return new SceneState(next, pending, followed, drifts, drift, start);
    }

    /** Without the samples before a time, but for the last one that has a vector. */
    SceneState since(long mediaMs) {
        SceneSample before = before(mediaMs);
        int first = before == null ? 0 : recent.indexOf(before);
        List<SceneSample> needed = recent.subList(first, recent.size());
        return new SceneState(needed, pending, followed, drifts, drift, scene);
    }

    SceneState withPending(List<VisualChange> more) {
        List<VisualChange> next = new ArrayList<>(pending);
        next.addAll(more);
        next.sort(Comparator.comparingLong(change -> change.start().mediaMs()));
        return new SceneState(recent, next, followed, drifts, drift, scene);
    }

    /** Without a change that was waited for, and without the distances of its own samples. */
    SceneState without(VisualChange change) {
        List<VisualChange> next = new ArrayList<>(pending);
        next.remove(change);
        RecentDistances outside = drifts.before(change.start().mediaMs());
        return new SceneState(recent, next, followed, outside, drift, scene);
    }

    SceneState withScene(SceneStart next, Drift nextDrift) {
        return new SceneState(recent, pending, followed, drifts, nextDrift, next);
    }

    SceneState withDrift(SceneSample sample, Drift next, RecentDistances nextDrifts) {
        return new SceneState(recent, pending, sample.k(), nextDrifts, next, scene);
    }
}
