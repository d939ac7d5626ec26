// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The results for people.
 *
 * @param figures of all that were asked
 * @param upkeep of those that keep an index, by their names
 * @param samples how many there are
 */
record SearchTable(
        List<ScanFigures> figures, Map<String, IndexScan.Upkeep> upkeep, int samples) {

    /** What a scan of all is to take, as a share of NumPy's time. */
    private static final double GOAL = 0.4;

    private static final double NANOS = 1e9;
    private static final String FIGURES = "%-20s %8s %8s %7s %9s %9s";
    private static final String UPKEEP = " %10s %9s %14s %14s";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(FIGURES, "scan", "p50 ms", "p99 ms", "recall", "of NumPy", "of one")
                        + String.format(
                                UPKEEP, "written s", "opened s", "heap B/sample", "disk B/sample"));
        figures.forEach(each -> lines.add(line(each)));
        return lines;
    }

    private String line(ScanFigures each) {
        String first =
                String.format(
                        FIGURES,
                        each.name(),
                        number("%.2f", each.p50()),
                        number("%.2f", each.p99()),
                        number("%.4f", each.recall()),
                        ratio(each, NumpyScan.NAME),
                        ratio(each, NumpyScan.ONE_THREAD));
        IndexScan.Upkeep own = upkeep.get(each.name());
        return own == null ? first : first + line(own);
    }

    private String line(IndexScan.Upkeep own) {
        return String.format(
                UPKEEP,
                number("%.1f", own.written().toNanos() / NANOS),
                number("%.1f", own.opened().toNanos() / NANOS),
                number("%.1f", own.heapBytes() / (double) samples),
                number("%.1f", own.diskBytes() / (double) samples));
    }

    private String ratio(ScanFigures each, String other) {
        return figures.stream()
                .filter(figure -> figure.name().equals(other))
                .findFirst()
                .map(figure -> number("%.3f", each.p50() / figure.p50()))
                .orElse("-");
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /** Whether the scan of all is as fast as it is to be and finds all; without NumPy a dash. */
    String goal(String exact) {
        ScanFigures own =
                figures.stream().filter(each -> each.name().equals(exact)).findFirst().orElseThrow();
        String ratio = ratio(own, NumpyScan.NAME);
        if (ratio.equals("-")) {
            return "without NumPy there is nothing to compare with";
        }
        boolean reached = Double.parseDouble(ratio) <= GOAL && own.recall() == 1;
        return "goal, at most "
                + GOAL
                + " of NumPy's time with a recall of 1: "
                + (reached ? "reached" : "not reached");
    }
}
