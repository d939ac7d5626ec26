// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.util.List;

/**
 * A window that is a transition from its first to its last frame.
 *
 * @param startPts first frame that is not the first shot alone
 * @param endPts last frame that is not the second shot alone
 * @param clarity grey levels by which the ends differ, less what mixing them does not explain
 * @param score 0 to 1
 */
record Transition(long startPts, long endPts, double clarity, double score) {

    private static final double LEAST_CONTRAST = 5;
    private static final double LARGEST_STEP = 0.5;
    private static final double LARGEST_RELAPSE = 0.15;
    private static final double LARGEST_REST = 0.12;
    private static final double LEAST_DIFFERENCE = 0.55;
    private static final double SAME_STRUCTURE = 0.8;
    private static final double FLAT = 1.5;
    private static final double BEGUN = 0.04;
    private static final int LEAST_INNER = 3;
    private static final int SAMPLES = 8;

    /** The transition that a window is, or null if it is none. */
    static Transition of(List<Coarse> window) {
        if (window.size() < LEAST_INNER + 2) {
            return null;
        }
        Mixture mixture = new Mixture(window);
        if (mixture.contrast() < LEAST_CONTRAST) {
            return null;
        }
        mixture.fit();
        if (mixture.largestStep() > LARGEST_STEP
                || mixture.relapse() > LARGEST_RELAPSE
                || mixture.inner() < LEAST_INNER) {
            return null;
        }
        double rest = mixture.unexplained(SAMPLES);
        if (rest > LARGEST_REST || !unlike(window.get(0), window.get(window.size() - 1))) {
            return null;
        }
        return new Transition(
                window.get(mixture.first(BEGUN)).pts(),
                window.get(mixture.last(1 - BEGUN)).pts(),
                mixture.contrast() * (1 - 2 * rest),
                Math.min(1, 1 - rest / (2 * LARGEST_REST)));
    }

    /** Neither motion nor another exposure makes the one of the other. */
    private static boolean unlike(Coarse first, Coarse last) {
        Thumbnail one = first.frame().picture();
        Thumbnail other = last.frame().picture();
        boolean fade = Math.min(one.contrast(), other.contrast()) < FLAT;
        return (fade || first.correlation(last) < SAME_STRUCTURE)
                && PictureDifference.of(one, other) >= LEAST_DIFFERENCE;
    }

    boolean overlaps(Transition other) {
        return startPts <= other.endPts && other.startPts <= endPts;
    }
}
