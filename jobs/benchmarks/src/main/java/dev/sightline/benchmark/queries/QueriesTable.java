// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results for people. */
final class QueriesTable {

    private QueriesTable() {}

    static List<String> found(String title, List<FoundRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(title);
        lines.add(
                String.format(
                        "%-42s %8s %9s %7s %12s %12s",
                        "decided by",
                        "macro-F1",
                        "precision",
                        "recall",
                        "false/query h",
                        "of unseen"));
        for (FoundRow row : rows) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-42s %8.3f %9.3f %7.3f %12.3f %12.3f",
                            row.name(),
                            row.macroF1(),
                            row.precision(),
                            row.recall(),
                            row.falsePerHour(),
                            row.unseenPerHour()));
        }
        return lines;
    }

    static List<String> budgets(List<BudgetRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("false alarms a day and query, of sentences that nothing shows");
        lines.add(
                String.format(
                        "%-18s %-7s %8s %9s %21s %7s %7s",
                        "hours", "stream", "asked", "given", "95 % interval", "factor", "alarms"));
        for (BudgetRow row : rows) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%-18s %-7s %8.2f %9.3f %10.3f %10.3f %7.2f %7d",
                            row.hours(),
                            row.known(),
                            row.asked(),
                            row.given().perDay(),
                            row.given().low(),
                            row.given().high(),
                            row.factor(),
                            row.given().alarms()));
        }
        return lines;
    }
}
