// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

/**
 * What a budget gave on clean hours.
 *
 * @param hours which hours
 * @param known what was known of the stream
 * @param asked false alarms a day that were bearable
 * @param given those that there were
 */
record BudgetRow(String hours, String known, double asked, Rate given) {

    /** How many times as many as asked for; below 1 if fewer. */
    double factor() {
        return given.perDay() / asked;
    }
}
