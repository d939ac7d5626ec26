// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Behaves to the one who starts it as a timeline search does, and is nothing else. */
final class StandInSearch {

    /** Begins the argument that names a file for its process id and its arguments. */
    static final String REPORT = "--report=";

    private StandInSearch() {}

    /**
     * With {@code --fail} it does not start, with {@code --slow} it is never ready, with {@code
     * --die} it ends when it is.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = Arrays.asList(arguments);
        System.out.println("something else first");
        if (given.contains("--fail")) {
            System.err.println("java.lang.Error: locked\n\tat some.Trace.line(Trace.java:1)");
            System.err.println("timeline-search: index: is locked\nmodel: is missing");
            System.exit(1);
        }
        for (String argument : given) {
            if (argument.startsWith(REPORT)) {
                List<String> report = new ArrayList<>(given);
                report.add(0, String.valueOf(ProcessHandle.current().pid()));
                Files.write(Path.of(argument.substring(REPORT.length())), report);
            }
        }
        if (given.contains("--slow")) {
            Thread.currentThread().join();
        }
        System.out.println("timeline search at http://127.0.0.1:4242/");
        if (given.contains("--die")) {
            System.exit(1);
        }
        if (!given.contains("--until-stdin-closes")) {
            Thread.currentThread().join();
        }
        System.out.println("x".repeat(200_000)); // more than fits a pipe that nobody reads
        System.in.transferTo(System.err);
    }
}
