// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.BudgetResult;
import dev.sightline.backtest.FoundMatch;
import dev.sightline.backtest.WatchedStream;
import dev.sightline.video.MediaTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A back-test's result for people. */
final class BacktestTable {

    private static final String BUDGET_ROW = "%-14s %8s %17s %16s%n";
    private static final double DAY_MS = Duration.ofDays(1).toMillis();

    private BacktestTable() {}

    static String of(BackTestResult result) {
        Formatter out = new Formatter(Locale.ROOT);
        out.format(
                "%s: %d %s in %s of %d %s%n",
                result.query().text(),
                result.asked().matches().size(),
                result.asked().matches().size() == 1 ? "match" : "matches",
                hours(result.coveredMs()),
                result.streams().size(),
                result.streams().size() == 1 ? "stream" : "streams");
        result.streams().forEach(stream -> stream(stream, out));
        out.format(
                "%n" + BUDGET_ROW, "BUDGET A DAY", "MATCHES", "A DAY AND STREAM", "FALSE EXPECTED");
        double days = result.coveredMs() / DAY_MS;
        budget(result.asked(), " (asked)", days, out);
        result.others().forEach(other -> budget(other, "", days, out));
        matches(result.asked().matches(), out);
        return out.toString();
    }

    private static void stream(WatchedStream stream, Formatter out) {
        out.format(
                "  %s: %,d samples, %,d before them to learn from%s%n",
                stream.streamId(),
                stream.samples(),
                stream.learnt(),
                stream.otherModels() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                ", %,d of another model left out",
                                stream.otherModels()));
    }

    private static void budget(BudgetResult budget, String note, double days, Formatter out) {
        int matches = budget.matches().size();
        String asked =
                budget.falseAlarmsPerDay() == null ? "-" : number(budget.falseAlarmsPerDay());
        out.format(
                BUDGET_ROW,
                asked + note,
                matches,
                number(matches / days),
                budget.bearable() == null ? "-" : number(budget.bearable()));
    }

    /** Three digits tell enough of a rate. */
    private static String number(double value) {
        return value == 0 || value >= 100
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    private static String hours(long ms) {
        return String.format(Locale.ROOT, "%.2f h", ms / (double) Duration.ofHours(1).toMillis());
    }

    private static void matches(List<FoundMatch> matches, Formatter out) {
        if (matches.isEmpty()) {
            return;
        }
        String row = "%-" + widest(matches) + "s %-24s %-24s %-24s %5s %6s %9s  %s%n";
        out.format(
                "%n" + row, "STREAM", "START", "PEAK", "END", "SCORE", "COSINE", "THRESHOLD", "");
        for (FoundMatch match : matches) {
            out.format(
                    row,
                    match.stream().streamId(),
                    time(match.start()),
                    time(match.peak()),
                    time(match.end()),
                    String.format(Locale.ROOT, "%.2f", match.score()),
                    String.format(Locale.ROOT, "%.3f", match.scoreRaw()),
                    match.threshold() == null
                            ? "-"
                            : String.format(Locale.ROOT, "%.3f", match.threshold()),
                    String.join(
                            " ",
                            Stream.of(match.label(), match.picture())
                                    .filter(text -> text != null)
                                    .toList()));
        }
    }

    private static int widest(List<FoundMatch> matches) {
        int longest =
                matches.stream().mapToInt(m -> m.stream().streamId().length()).max().orElse(0);
        return Math.max("STREAM".length(), longest);
    }

    private static String time(MediaTime time) {
        return time.wall() == null
                ? Times.media(time.mediaMs())
                : time.wall().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
