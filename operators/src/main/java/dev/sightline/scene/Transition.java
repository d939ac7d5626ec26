// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.MediaTime;
import java.util.List;

/** The distance between two neighbouring samples, seen with the sample before and behind them. */
final class Transition {

    private final SceneSample earlier;
    private final SceneSample before;
    private final SceneSample after;
    private final SceneSample later;
    private final boolean began;
    private final boolean continues;

    /**
     * The transition to the last of the given samples.
     *
     * @param recent two or three samples, oldest first
     * @param later the sample behind them, or null at the end of the stream
     */
    Transition(List<SceneSample> recent, SceneSample later) {
        int last = recent.size() - 1;
        this.earlier = last < 2 ? null : recent.get(last - 2);
        this.before = recent.get(last - 1);
        this.after = recent.get(last);
        this.later = later;
        this.began = earlier != null && onTheWay(earlier, before, after);
        this.continues = later != null && onTheWay(before, after, later);
    }

    /** How much speaks for a change, 0 to 1. */
    double evidence() {
        return evidence(before, after);
    }

    SceneChange.Scores scores() {
        return new SceneChange.Scores(
                Pictures.changedLight(before.visual(), after.visual()),
                before.embeddingDistance(after));
    }

    /**
     * Whether the stream returns at once to what it showed. Two blank pictures resemble each other
     * without being one scene, so a title between two black ones is no flash.
     */
    boolean flash(double threshold) {
        return later != null
                && !Pictures.blank(before.visual())
                && evidence(before, later) < threshold / 2;
    }

    /** Whether the transition is still going on behind its second sample. */
    boolean continues() {
        return continues;
    }

    SceneChange.Kind kind() {
        return began || continues ? SceneChange.Kind.GRADUAL : SceneChange.Kind.CUT;
    }

    MediaTime start() {
        return began ? between(earlier, before).middle() : between(before, after).middle();
    }

    MediaTime end() {
        return continues ? between(after, later).middle() : between(before, after).middle();
    }

    long uncertaintyMs() {
        long uncertainty = between(before, after).uncertaintyMs();
        if (began) {
            uncertainty = Math.max(uncertainty, between(earlier, before).uncertaintyMs());
        }
        if (continues) {
            uncertainty = Math.max(uncertainty, between(after, later).uncertaintyMs());
        }
        return uncertainty;
    }

    private static boolean onTheWay(SceneSample one, SceneSample middle, SceneSample other) {
        return Pictures.onTheWay(one.visual(), middle.visual(), other.visual());
    }

    private static double evidence(SceneSample one, SceneSample other) {
        double visual = Pictures.changedLight(one.visual(), other.visual());
        return Math.sqrt(visual * one.embeddingDistance(other));
    }

    private static Boundary between(SceneSample one, SceneSample other) {
        return new Boundary(one.time(), other.time());
    }
}
