// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Expected false alarms a day of one query at each level of evidence, at one moment. */
final class AlarmRates {

    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private final double[] perDay = new double[Levels.COUNT];
    private final Map<Double, Double> enters = new HashMap<>();

    /** Rates that do not rise: where episodes join, a low level still has those of higher ones. */
    AlarmRates(IntToDoubleFunction counted) {
        double most = 0;
        for (int level = Levels.COUNT - 1; level >= 0; level--) {
            most = Math.max(most, counted.applyAsDouble(level));
            perDay[level] = most;
        }
    }

    double expectedPerDay(double evidence) {
        return Levels.at(level -> perDay[level], evidence);
    }

    double enter(double falseAlarmsPerDay) {
        return enters.computeIfAbsent(
                falseAlarmsPerDay, most -> Levels.within(level -> perDay[level], most));
    }

    /**
     * The same for a query of which false alarms are known; these come on top of what is expected.
     *
     * @param wrong its false alarms
     * @param watched for how long it has been watched; they say at most one a day each
     */
    double enter(double falseAlarmsPerDay, List<WrongMatch> wrong, Duration watched) {
        if (wrong.isEmpty()) {
            return enter(falseAlarmsPerDay);
        }
        double days = Math.max(1, watched.toMillis() / DAY_MS);
        double enter =
                Levels.within(
                        level -> perDay[level] + above(wrong, level) / days, falseAlarmsPerDay);
        // Beyond the grid nothing is counted: there it has to be stronger than all of them.
        return enter <= Levels.TOP ? enter : Math.max(enter, strongest(wrong) + Levels.STEP);
    }

    private static double strongest(List<WrongMatch> wrong) {
        return wrong.stream().mapToDouble(WrongMatch::evidence).max().orElseThrow();
    }

    /** The next level above a wrong match counts too: between levels it might begin again. */
    private static double above(List<WrongMatch> wrong, int level) {
        double least = Levels.level(level) - Levels.STEP;
        return wrong.stream().filter(match -> match.evidence() > least).count();
    }
}
