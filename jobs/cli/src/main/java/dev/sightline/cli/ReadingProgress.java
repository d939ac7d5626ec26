// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Shows on a terminal how many samples were compared; says nothing where nobody looks. */
final class ReadingProgress implements AutoCloseable {

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final PrintStream terminal;
    private long samples;
    private long shownNanos = System.nanoTime();
    private boolean shown;

    /**
     * @param terminal standard error, or null if it is no terminal
     */
    ReadingProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** On standard error if that is a terminal. */
    static ReadingProgress onTerminal() {
        return new ReadingProgress(Boolean.getBoolean(ProgressLine.TERMINAL) ? System.err : null);
    }

    /**
     * Counts a sample.
     *
     * @param nanos when, as {@link System#nanoTime()} has it
     */
    void count(String streamId, long mediaMs, long nanos) {
        samples++;
        if (terminal != null && nanos - shownNanos >= PAUSE_NANOS) {
            shownNanos = nanos;
            shown = true;
            terminal.printf(
                    "%s%,d samples read, %s at %s",
                    ERASE_LINE, samples, streamId, Times.media(mediaMs));
            terminal.flush();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (shown) {
            terminal.print(ERASE_LINE);
            terminal.flush();
        }
    }
}
