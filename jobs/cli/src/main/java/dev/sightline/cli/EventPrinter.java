// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.PrintStream;

/**
 * Prints events, one a line.
 *
 * @param out where to
 * @param json whether as JSON, for programs
 */
record EventPrinter(PrintStream out, boolean json) {

    /** Nobody reads what is printed, as in {@code sightline events | head}. */
    static final class OutputClosed extends RuntimeException {

        OutputClosed() {
            super("standard output was closed");
        }
    }

    /**
     * Prints an event at once.
     *
     * @throws OutputClosed if it cannot be printed
     */
    void print(EventRecord event) {
        out.println(json ? event.toJson() : EventText.of(event));
        if (out.checkError()) { // which flushes
            throw new OutputClosed();
        }
    }
}
