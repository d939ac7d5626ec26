// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.VisualSignature;

/** Compares the small thumbnails of samples. */
final class Pictures {

    /** Mean brightness, of 255, below which a picture is taken for this bright: noise of black. */
    private static final double DARK = 16;

    /**
     * Standard deviation, of 255, below which a picture shows nothing: black, white, one colour.
     */
    private static final double BLANK = 4;

    /**
     * A middle picture that is at least a tenth and at most nine tenths of its neighbours is on the
     * way between them; one that is more is simply one of them.
     */
    private static final double LEAST_SHARE = 0.1;

    private static final double MOST_SHARE = 0.9;

    /** Light of the middle picture that its neighbours may leave unexplained: slow camera moves. */
    private static final double UNEXPLAINED = 0.2;

    private Pictures() {}

    /**
     * The share of the two pictures' light that changed, 0 to 1: a dark scene counts as much as a
     * bright one. A luma histogram was measured beside it and left out: a camera's automatic
     * exposure moves it further than a cut does.
     */
    static double changedLight(VisualSignature one, VisualSignature other) {
        byte[] left = one.thumbnail();
        byte[] right = other.thumbnail();
        long changed = 0;
        long light = 0;
        for (int i = 0; i < left.length; i++) {
            int a = left[i] & 0xff;
            int b = right[i] & 0xff;
            changed += Math.abs(a - b);
            light += Math.max(a, b);
        }
        return changed / Math.max(light, DARK * left.length);
    }

    /** Whether the picture shows nothing at all. */
    static boolean blank(VisualSignature picture) {
        double sum = 0;
        double squares = 0;
        for (byte value : picture.thumbnail()) {
            sum += value & 0xff;
            squares += (double) (value & 0xff) * (value & 0xff);
        }
        double mean = sum / picture.thumbnail().length;
        return squares / picture.thumbnail().length - mean * mean < BLANK * BLANK;
    }

    /**
     * Whether {@code middle} is a mixture of the pictures around it, or one of them darkened, as it
     * is in the midst of a dissolve or a fade: least squares with shares of 0 or more.
     */
    static boolean onTheWay(VisualSignature before, VisualSignature middle, VisualSignature after) {
        double beforeBefore = product(before, before);
        double afterAfter = product(after, after);
        double cross = product(before, after);
        double beforeMiddle = product(before, middle);
        double afterMiddle = product(after, middle);
        double determinant = beforeBefore * afterAfter - cross * cross;
        double ofBefore = (beforeMiddle * afterAfter - afterMiddle * cross) / determinant;
        double ofAfter = (afterMiddle * beforeBefore - beforeMiddle * cross) / determinant;
        // Where the best share of one is negative, or both are the same picture, one alone is used.
        if (!(ofBefore >= 0) || !Double.isFinite(ofAfter)) {
            ofBefore = 0;
            ofAfter = afterMiddle / Math.max(1, afterAfter);
        } else if (!(ofAfter >= 0)) {
            ofBefore = beforeMiddle / Math.max(1, beforeBefore);
            ofAfter = 0;
        }
        double larger = Math.max(ofBefore, ofAfter);
        return larger >= LEAST_SHARE
                && larger <= MOST_SHARE
                && unexplained(before, ofBefore, middle, after, ofAfter) <= UNEXPLAINED;
    }

    private static double unexplained(
            VisualSignature before,
            double ofBefore,
            VisualSignature middle,
            VisualSignature after,
            double ofAfter) {
        double rest = 0;
        double light = 0;
        for (int i = 0; i < middle.thumbnail().length; i++) {
            double mixed =
                    ofBefore * (before.thumbnail()[i] & 0xff)
                            + ofAfter * (after.thumbnail()[i] & 0xff);
            rest += Math.abs((middle.thumbnail()[i] & 0xff) - mixed);
            light += middle.thumbnail()[i] & 0xff;
        }
        return rest / Math.max(light, DARK * middle.thumbnail().length);
    }

    private static double product(VisualSignature one, VisualSignature other) {
        long sum = 0;
        for (int i = 0; i < one.thumbnail().length; i++) {
            sum += (long) (one.thumbnail()[i] & 0xff) * (other.thumbnail()[i] & 0xff);
        }
        return sum;
    }
}
