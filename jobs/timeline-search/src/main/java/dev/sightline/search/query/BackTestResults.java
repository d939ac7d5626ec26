// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.BudgetResult;
import dev.sightline.backtest.FoundMatch;
import dev.sightline.backtest.WatchedStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts back-tests of one query over different streams together. */
final class BackTestResults {

    private BackTestResults() {}

    /**
     * One result for all streams.
     *
     * @param results of the same query and budgets; at least one
     */
    static BackTestResult together(List<BackTestResult> results) {
        List<BudgetResult> others = new ArrayList<>();
        for (int i = 0; i < results.get(0).others().size(); i++) {
            int budget = i;
            others.add(budgets(results.stream().map(each -> each.others().get(budget)).toList()));
        }
        return new BackTestResult(
                results.get(0).query(),
                results.stream()
                        .flatMap(each -> each.streams().stream())
                        .sorted(Comparator.comparing(WatchedStream::streamId))
                        .toList(),
                budgets(results.stream().map(BackTestResult::asked).toList()),
                others);
    }

    private static BudgetResult budgets(List<BudgetResult> parts) {
        Double bearable = parts.get(0).bearable();
        if (bearable != null) {
            bearable = parts.stream().mapToDouble(BudgetResult::bearable).sum();
        }
        List<FoundMatch> matches =
                parts.stream()
                        .flatMap(part -> part.matches().stream())
                        .sorted(Comparator.comparing(match -> match.stream().streamId()))
                        .toList();
        return new BudgetResult(parts.get(0).falseAlarmsPerDay(), bearable, matches);
    }
}
