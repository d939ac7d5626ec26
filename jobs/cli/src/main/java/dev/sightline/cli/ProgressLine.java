// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.video.source.ReaderMetrics;
import java.io.PrintStream;
import java.util.List;

/** Shows on a terminal how far the job is; says nothing where nobody looks. */
final class ProgressLine implements AutoCloseable {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream terminal;
    private final long startNanos = System.nanoTime();
    private boolean shown;

    /**
     * @param terminal standard error, or null if it is no terminal
     */
    ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Standard error where there is a terminal; the console exists only if all three are one. */
    static ProgressLine ofTerminal(boolean standardOutputIsShown) {
        boolean terminal = System.console() != null && standardOutputIsShown;
        return new ProgressLine(terminal ? System.err : null);
    }

    /** Shows the present state. */
    synchronized void show() {
        List<ProgressReporter.Reading> readings = ProgressReporter.readings();
        if (terminal == null || readings.isEmpty()) {
            return;
        }
        terminal.print(ERASE_LINE + text(readings));
        terminal.flush();
        shown = true;
    }

    private String text(List<ProgressReporter.Reading> readings) {
        ProgressReporter.Reading first = readings.get(0);
        double elapsed = (System.nanoTime() - startNanos) / 1e9;
        long samples = ProgressReporter.sum(ReaderMetrics.SAMPLES);
        StringBuilder text = new StringBuilder(first.streamId());
        text.append(' ').append(Times.media(first.positionMs()));
        if (first.durationMs() > 0) {
            text.append(" of ").append(Times.media(first.durationMs()));
        }
        if (readings.size() > 1) {
            text.append(" and ").append(readings.size() - 1).append(" more");
        }
        text.append(String.format(", %.0f samples/s", samples / Math.max(1, elapsed)));
        long left = secondsLeft(first, elapsed);
        if (left > 0) {
            text.append(", ").append(Times.media(left * 1000)).append(" left");
        }
        return text.toString();
    }

    /** Of one file alone, since others may not have been looked at yet. */
    private static long secondsLeft(ProgressReporter.Reading reading, double elapsed) {
        if (reading.durationMs() == 0 || reading.positionMs() == 0) {
            return 0;
        }
        double share = (double) reading.positionMs() / reading.durationMs();
        return Math.round(elapsed * (1 - share) / share);
    }

    /** Takes the line away, so that something else can be printed. */
    synchronized void clear() {
        if (shown) {
            terminal.print(ERASE_LINE);
            terminal.flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
