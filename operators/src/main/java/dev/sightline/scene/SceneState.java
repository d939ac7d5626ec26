// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * What {@link SampleSceneDetector} remembers of a stream: three samples, two means and sixty
 * numbers, however long the stream is.
 *
 * @param recent the latest samples, oldest first, at most three; whether the last one begins a
 *     scene is not decided yet
 * @param steps recent evidence between neighbouring samples
 * @param drifts recent distances of samples from their scene's centre
 * @param drift the current scene's centre; null before its first sample was decided
 * @param explained whether the distance to the last sample already belongs to a reported change or
 *     to a flash
 * @param sceneStart grid point of the current scene's first sample, -1 before it
 * @param sceneStartMs where the current scene began, milliseconds since the stream's start
 * @param changeMs where the latest change was, or -1 if there was none since the stream began
 */
public record SceneState(
        List<SceneSample> recent,
        RecentDistances steps,
        RecentDistances drifts,
        Drift drift,
        boolean explained,
        long sceneStart,
        long sceneStartMs,
        long changeMs) {

    private static final int KEPT = 3;

    /** Copies the list. */
    public SceneState {
        recent = List.copyOf(recent);
    }

    static SceneState initial() {
        return after(RecentDistances.NONE, RecentDistances.NONE);
    }

    /** Before the first sample behind an interruption: only the stream's temper is kept. */
    SceneState interrupted() {
        return after(steps, drifts);
    }

    private static SceneState after(RecentDistances steps, RecentDistances drifts) {
        return new SceneState(List.of(), steps, drifts, null, false, -1, 0, -1);
    }

    /** The sample whose place is not decided yet; there must be one. */
    SceneSample pending() {
        return recent.get(recent.size() - 1);
    }

    /** The sample before it, or null. */
    SceneSample beforePending() {
        return recent.size() < 2 ? null : recent.get(recent.size() - 2);
    }

    SceneState withSample(SceneSample sample) {
        List<SceneSample> next =
                new ArrayList<>(
                        recent.subList(Math.max(0, recent.size() - KEPT + 1), recent.size()));
        next.add(sample);
        boolean first = sceneStart < 0;
        return new SceneState(
                next,
                steps,
                drifts,
                drift,
                explained,
                first ? sample.k() : sceneStart,
                first ? sample.time().mediaMs() : sceneStartMs,
                changeMs);
    }

    SceneState withSteps(RecentDistances next, boolean nextExplained) {
        return new SceneState(
                recent, next, drifts, drift, nextExplained, sceneStart, sceneStartMs, changeMs);
    }

    SceneState withDrift(Drift next, RecentDistances nextDrifts) {
        return new SceneState(
                recent, steps, nextDrifts, next, explained, sceneStart, sceneStartMs, changeMs);
    }

    SceneState withScene(SceneChange change, Drift next) {
        return new SceneState(
                recent,
                steps,
                drifts,
                next,
                explained,
                change.firstSample(),
                change.end().mediaMs(),
                change.start().mediaMs());
    }
}
