// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

/**
 * What was found of one query, in samples.
 *
 * @param right found and shown
 * @param wrong found and not shown
 * @param missed shown and not found
 */
record F1(long right, long wrong, long missed) {

    static F1 of(boolean[] found, boolean[] shown) {
        long right = 0;
        long wrong = 0;
        long missed = 0;
        for (int i = 0; i < found.length; i++) {
            if (found[i] && shown[i]) {
                right++;
            } else if (found[i]) {
                wrong++;
            } else if (shown[i]) {
                missed++;
            }
        }
        return new F1(right, wrong, missed);
    }

    double f1() {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }

    /** Of what was found, how much is right; 1 where nothing was found. */
    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
        return right + missed == 0 ? 1 : (double) right / (right + missed);
    }
}
