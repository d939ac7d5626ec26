// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.util.List;

/**
 * What a program took and said.
 *
 * @param exitCode its exit code; {@value #TIMED_OUT} where it had to be ended
 * @param cpuSeconds user and system time of it and of all processes that it started and waited for
 * @param wallSeconds from its start to its end
 * @param output lines of its standard output
 * @param errors lines of its standard error
 */
public record Measurement(
        int exitCode,
        double cpuSeconds,
        double wallSeconds,
        List<String> output,
        List<String> errors) {

    /** Exit code of a program that took too long. */
    public static final int TIMED_OUT = 124;

    /** Copies the lists. */
    public Measurement {
        output = List.copyOf(output);
        errors = List.copyOf(errors);
    }

    /** Whether it ended as it should. */
    public boolean succeeded() {
        return exitCode == 0;
    }

    /** Why it did not, in one line: the last one that it said. */
    public String problem() {
        String said =
                errors.stream().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
        String how = exitCode == TIMED_OUT ? "took too long" : "exit code " + exitCode;
        return said.isEmpty() || exitCode == TIMED_OUT ? how : how + ": " + said;
    }
}
