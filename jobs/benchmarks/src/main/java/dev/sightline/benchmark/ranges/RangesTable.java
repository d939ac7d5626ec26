// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.ranges;

import dev.sightline.benchmark.process.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The runs for people; how much faster each is than the first number of slots. */
final class RangesTable {

    private RangesTable() {}

    /**
     * @param runs by the number of slots
     */
    static List<String> lines(Map<Integer, List<JobRun.Result>> runs) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        "%-6s %8s %16s %8s %6s %s",
                        "slots", "wall s", "least..most", "faster", "cores", "events"));
        List<JobRun.Result> first = runs.values().iterator().next();
        double yardstick = seconds(first).median();
        Set<String> expected = first.get(0).ids();
        runs.forEach((slots, results) -> lines.add(line(slots, results, yardstick, expected)));
        return lines;
    }

    private static String line(
            int slots, List<JobRun.Result> results, double yardstick, Set<String> expected) {
        Spread wall = seconds(results);
        boolean same = results.stream().allMatch(result -> result.ids().equals(expected));
        return String.format(
                Locale.ROOT,
                "%-6d %8.2f %16s %7.2fx %6.2f %s",
                slots,
                wall.median(),
                String.format(Locale.ROOT, "%.2f..%.2f", wall.least(), wall.most()),
                yardstick / wall.median(),
                Spread.of(results.stream().map(JobRun.Result::cores).toList()).median(),
                same ? expected.size() + ", the same ids" : "OTHERS");
    }

    private static Spread seconds(List<JobRun.Result> results) {
        return Spread.of(results.stream().map(JobRun.Result::seconds).toList());
    }
}
