// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The results for people.
 *
 * @param figures of all that were asked
 * @param upkeep of those that keep an index, by their names
 * @param samples how many there are
 */
record SearchTable(List<ScanFigures> figures, Map<String, IndexScan.Upkeep> upkeep, int samples) {

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
        return named(other).map(figure -> number("%.3f", each.p50() / figure.p50())).orElse("-");
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    /**
     * Whether a scan finds all in the time that it is to take beside the faster NumPy: on a busy
     * machine that is often the one with one thread.
     */
    String goal(String exact) {
        ScanFigures own = named(exact).orElseThrow();
        OptionalDouble fastest =
                Stream.of(NumpyScan.NAME, NumpyScan.ONE_THREAD)
                        .flatMap(name -> named(name).stream())
                        .mapToDouble(ScanFigures::p50)
                        .min();
        if (fastest.isEmpty()) {
            return "without NumPy there is nothing to compare with";
        }
        double ratio = own.p50() / fastest.getAsDouble();
        boolean reached = ratio <= GOAL && own.recall() == 1;
        return String.format(
                Locale.ROOT,
                "%s takes %.3f of the faster NumPy; the goal, at most %.1f with a recall of 1, is"
                        + " %s",
                exact,
                ratio,
                GOAL,
                reached ? "reached" : "not reached");
    }

    private Optional<ScanFigures> named(String name) {
        return figures.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
