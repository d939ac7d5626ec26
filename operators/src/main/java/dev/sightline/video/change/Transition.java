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
    static java.util.Map<String, String> DEBUG = null;

    private static final double LEAST_CONTRAST = 8;
    private static final double LEAST_FADE = 4;
    private static final double LARGEST_STEP = 0.36;
    private static final double LARGEST_RELAPSE = 0.15;
    private static final double LARGEST_REST = 0.03;
    private static final double WIPE_SHARE = 0.6;
    private static final double LARGEST_FADE_REST = 0.1;
    private static final double LEAST_DIFFERENCE = 0.6;
    private static final double SAME_STRUCTURE = 0.8;
    private static final double LEAST_SPREAD = 0.2;
    private static final double FLAT = 1.0;
    private static final double BEGUN = 0.04;
    private static final int LEAST_INNER = 3;
    private static final int SAMPLES = 8;

    /** The transition that a window is, or null if it is none. */
    static Transition of(List<Coarse> window) {
        if (window.size() < LEAST_INNER + 2) {
            return null;
        }
        Coarse first = window.get(0);
        Coarse last = window.get(window.size() - 1);
        boolean fade = fade(first, last);
        double limit = fade ? LARGEST_FADE_REST : LARGEST_REST;
        Mixture mixture = new Mixture(window);
        if (mixture.contrast() < (fade ? LEAST_FADE : LEAST_CONTRAST)
                || mixture.unlikely(2 * limit)) {
            return null;
        }
        mixture.fit();
        if (mixture.largestStep() > LARGEST_STEP
                || mixture.relapse() > LARGEST_RELAPSE
                || mixture.inner() < LEAST_INNER) {
            return null;
        }
        double rest = Math.min(mixture.unmixed(SAMPLES), mixture.unwiped(SAMPLES) * WIPE_SHARE);
        if (rest > limit || mixture.spread(fade) < LEAST_SPREAD || !fade && !unlike(first, last)) {
            return null;
        }
        if (DEBUG != null)
            DEBUG.put(
                    window.get(mixture.first(BEGUN)).pts()
                            + "-"
                            + window.get(mixture.last(1 - BEGUN)).pts(),
                    String.format(
                            "{rest%.3f con%.1f step%.2f rel%.2f D%.2f corr%.2f c%.1f/%.1f U%.1f %.2f}",
                            rest,
                            mixture.contrast(),
                            mixture.largestStep(),
                            mixture.relapse(),
                            PictureDifference.of(
                                    window.get(0).frame().picture(),
                                    window.get(window.size() - 1).frame().picture()),
                            window.get(0).correlation(window.get(window.size() - 1)),
                            window.get(0).frame().picture().contrast(),
                            window.get(window.size() - 1).frame().picture().contrast(),
                            PictureDifference.unmoved(
                                    window.get(0).frame().picture(),
                                    window.get(window.size() - 1).frame().picture()),
                            mixture.spread(fade)));
        return new Transition(
                window.get(mixture.first(BEGUN)).pts(),
                window.get(mixture.last(1 - BEGUN)).pts(),
                mixture.contrast() * (1 - rest / limit),
                1 - rest / (2 * limit));
    }

    /** One end has no detail where the picture changes. */
    private static boolean fade(Coarse first, Coarse last) {
        double one = first.detailWhereUnlike(last);
        double other = last.detailWhereUnlike(first);
        return Math.min(one, other) < FLAT && Math.max(one, other) > 2 * FLAT;
    }

    /** Neither motion nor another exposure makes the one of the other. */
    private static boolean unlike(Coarse first, Coarse last) {
        Thumbnail one = first.frame().picture();
        Thumbnail other = last.frame().picture();
        return first.correlation(last) < SAME_STRUCTURE
                && PictureDifference.of(one, other.asBrightAs(one)) >= LEAST_DIFFERENCE;
    }

    boolean overlaps(Transition other) {
        return startPts <= other.endPts && other.startPts <= endPts;
    }
}
