// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.video.source.ReaderMetrics;
import java.io.PrintStream;
import java.util.List;

/** Shows on a terminal how far the job is; says nothing where nobody looks. */
final class ProgressLine implements AutoCloseable {

    /** Whether standard error is a terminal; the launcher finds out, since Java cannot. */
    static final String TERMINAL = "sightline.terminal";

    private static final String ERASE_LINE = "\r\u001b[K";

    /** A longer line would be wrapped, and only its end erased. */
    private static final int LONGEST_NAME = 30;

    private final PrintStream terminal;
    private final Pace pace = new Pace();
    private final long startNanos = System.nanoTime();
    private boolean shown;

    /**
     * @param terminal standard error, or null if it is no terminal
     */
    ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** On standard error if that is a terminal. */
    static ProgressLine onTerminal() {
        return new ProgressLine(Boolean.getBoolean(TERMINAL) ? System.err : null);
    }

    /** Shows the present state. */
    void show() {
        show(
                ProgressReporter.readings(),
                ProgressReporter.sum(ReaderMetrics.SAMPLES),
                System.nanoTime());
    }

    /**
     * Shows a state.
     *
     * @param readings the files that are being read
     * @param samples taken so far, of all files
     * @param nanos when, as {@link System#nanoTime()} has it
     */
    synchronized void show(List<ProgressReporter.Reading> readings, long samples, long nanos) {
        if (terminal == null || readings.isEmpty()) {
            return;
        }
        pace.see(readings, nanos);
        terminal.print(ERASE_LINE + text(readings, samples, nanos));
        terminal.flush();
        shown = true;
    }

    private String text(List<ProgressReporter.Reading> readings, long samples, long nanos) {
        ProgressReporter.Reading first = readings.get(0);
        double elapsed = (nanos - startNanos) / 1e9;
        StringBuilder text = new StringBuilder(shortened(first.streamId()));
        text.append(' ').append(Times.media(first.positionMs()));
        if (first.durationMs() > 0) {
            text.append(" of ").append(Times.media(first.durationMs()));
        }
        if (readings.size() > 1) {
            text.append(" +").append(readings.size() - 1).append(" more");
        }
        text.append(String.format(", %.0f samples/s", samples / Math.max(1, elapsed)));
        long left = pace.millisLeft(first, nanos);
        if (left > 0) {
            text.append(", ").append(Times.media(left)).append(" left");
        }
        return text.toString();
    }

    /** The end of a name, which tells more than its beginning. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : "..." + name.substring(name.length() - LONGEST_NAME + 3);
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
