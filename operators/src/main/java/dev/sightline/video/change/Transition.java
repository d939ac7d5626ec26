// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.util.List;
import java.util.Optional;

/**
 * A window that is a transition from its first to its last frame: the shares of a {@link Mixture}
 * rise from one end to the other, and mixing or wiping explains the frames between. Whether the
 * ends are of two shots is asked of it only where it matters, because it costs most. Where
 * constants come from: dissolves, fades and wipes of 40 real shots, and what the same test makes of
 * 20 minutes of real video without any.
 *
 * @param before first frame of the window, of the first shot
 * @param after last frame of the window, of the second shot
 * @param fade whether one end is flat; then the same shot may well come again
 * @param startPts first frame that is not the first shot alone
 * @param endPts last frame that is not the second shot alone
 * @param clarity grey levels by which the ends differ, less what mixing them does not explain
 * @param score 0 to 1
 */
record Transition(
        Coarse before,
        Coarse after,
        boolean fade,
        long startPts,
        long endPts,
        double clarity,
        double score) {

    /**
     * Grey levels by which the ends of a dissolve or wipe differ at least; of a fade half as many.
     */
    private static final double LEAST_CONTRAST = 8;

    private static final double LEAST_FADE = 4;

    /** A dissolve of four frames has steps of 0.2, drawn out by motion to 0.3; a cut has 1. */
    private static final double LARGEST_STEP = 0.36;

    private static final double LARGEST_RELAPSE = 0.15;

    /**
     * What mixing leaves of real dissolves is 0 to 0.02; of a moving camera 0.045 and more, as a
     * rule above 0.1.
     */
    private static final double LARGEST_REST = 0.03;

    /** The edge of a wipe goes through cells and leaves more than mixing does. */
    private static final double WIPE_SHARE = 0.6;

    /** Nothing but a fade goes from or to a flat picture, so the shot may move the more. */
    private static final double LARGEST_FADE_REST = 0.1;

    /** Of the ends, under the same light: the ends of fast motion have 0.4 to 0.6. */
    private static final double LEAST_DIFFERENCE = 0.6;

    private static final double SAME_STRUCTURE = 0.8;

    /** A car that leaves a fixed camera's view has 0.05; dissolves of real shots 0.2 to 0.6. */
    private static final double LEAST_SPREAD = 0.2;

    /** Grey levels of detail and of deviation that black, white and fog have at most. */
    private static final double FLAT = 1.0;

    private static final double FLAT_DEVIATION = 4;

    /** Share from which on a frame shows the other shot. */
    private static final double BEGUN = 0.04;

    private static final int LEAST_INNER = 3;
    private static final int SAMPLES = 8;

    /** The transition that a window is, if it is one. */
    static Optional<Transition> of(List<Coarse> window) {
        if (window.size() < LEAST_INNER + 2) {
            return Optional.empty();
        }
        Coarse first = window.get(0);
        Coarse last = window.get(window.size() - 1);
        Mixture mixture = new Mixture(window);
        if (mixture.contrast() < LEAST_FADE) {
            return Optional.empty();
        }
        boolean fade = fade(first, last);
        double limit = fade ? LARGEST_FADE_REST : LARGEST_REST;
        if (!fade && mixture.contrast() < LEAST_CONTRAST || mixture.unlikely(2 * limit)) {
            return Optional.empty();
        }
        if (!mixture.fit(LARGEST_STEP, LARGEST_RELAPSE) || mixture.inner() < LEAST_INNER) {
            return Optional.empty();
        }
        double rest = rest(mixture);
        if (rest > limit || mixture.spread(fade) < LEAST_SPREAD) {
            return Optional.empty();
        }
        return Optional.of(
                new Transition(
                        first,
                        last,
                        fade,
                        window.get(mixture.first(BEGUN)).pts(),
                        window.get(mixture.last(1 - BEGUN)).pts(),
                        mixture.contrast() * (1 - rest / limit),
                        1 - rest / (2 * limit)));
    }

    /** What neither mixing nor wiping explains. */
    private static double rest(Mixture mixture) {
        return Math.min(mixture.unmixed(SAMPLES), mixture.unwiped(SAMPLES) * WIPE_SHARE);
    }

    /** One end is flat where the picture changes, the other is not. */
    private static boolean fade(Coarse first, Coarse last) {
        double one = first.detailWhereUnlike(last);
        double other = last.detailWhereUnlike(first);
        Coarse flat = one < other ? first : last;
        Coarse full = one < other ? last : first;
        return Math.min(one, other) < FLAT
                && Math.max(one, other) > 2 * FLAT
                && flat.deviationWhereUnlike(full) < FLAT_DEVIATION;
    }

    /** Whether neither motion nor another light nor writing makes the one end of the other. */
    boolean joinsTwoShots() {
        Thumbnail one = before.frame().picture();
        Thumbnail other = after.frame().picture();
        return fade
                || before.correlation(after) < SAME_STRUCTURE
                        && PictureDifference.of(one, other.inTheLightOf(one)) >= LEAST_DIFFERENCE
                        && !PictureDifference.keepsDetail(one, other);
    }

    /** Whether a frame behind it shows the first shot again: something has passed by. */
    boolean goesBack(List<Coarse> later) {
        return !fade && shows(before, later);
    }

    /** Whether a frame before it shows the second shot already. */
    boolean comesBack(List<Coarse> earlier) {
        return !fade && shows(after, earlier);
    }

    private static boolean shows(Coarse shot, List<Coarse> frames) {
        Thumbnail picture = shot.frame().picture();
        for (Coarse frame : frames) {
            if (PictureDifference.keepsDetail(picture, frame.frame().picture())) {
                return true;
            }
        }
        return false;
    }

    /**
     * How much longer the window is than the transition at either end. Its frames there show less
     * than a share of {@value #BEGUN} of the other shot, which motion may be as well.
     */
    long uncertaintyTicks() {
        return Math.max(startPts - before.pts(), after.pts() - endPts);
    }

    boolean overlaps(Transition other) {
        return startPts <= other.endPts && other.startPts <= endPts;
    }
}
