// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import java.util.List;

/**
 * What one budget would have given.
 *
 * @param falseAlarmsPerDay the budget; null where no budget decides: labels, and a threshold that
 *     the user set
 * @param bearable false alarms that are to be expected in the time covered: what the budget has
 *     room for, or what the user's threshold costs on a stream not known; null for labels
 * @param matches by stream, then in the order of their ends
 */
public record BudgetResult(Double falseAlarmsPerDay, Double bearable, List<FoundMatch> matches) {

    /** Takes the list as it is. */
    public BudgetResult {
        matches = List.copyOf(matches);
    }
}
