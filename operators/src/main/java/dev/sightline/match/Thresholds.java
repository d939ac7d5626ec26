// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/**
 * Evidence at which a match begins and ends: deviations, or cosines where the user set one.
 *
 * @param enter evidence of at least this opens a match
 * @param exit evidence below this closes it; at most {@code enter}
 */
public record Thresholds(double enter, double exit) {

    /** Refuses an exit above the entrance, and what is no number. */
    public Thresholds {
        if (!Double.isFinite(enter) || !(exit <= enter)) {
            throw new IllegalArgumentException("enter " + enter + ", exit " + exit);
        }
    }
}
