// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * What the tracks of a query make of a sample.
 *
 * @param own of each track on the sample alone
 * @param support of each track on the sample or its scene, whichever is stronger
 * @param thresholds of all of them
 */
record QueryEvidence(double[] own, double[] support, Thresholds thresholds) {

    /** Whether anything could begin with this sample. */
    boolean begins() {
        for (double each : own) {
            if (each >= thresholds.exit()) {
                return true;
            }
        }
        return false;
    }
}
