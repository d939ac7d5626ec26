// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A timeline search in a JVM of its own, with its index in a temporary folder. */
final class SearchProcess implements AutoCloseable {

    private static final String NAME = "sightline-search";
    private static final String READY = "timeline search at ";
    private static final String SPEAKS = "timeline-search: ";

    private final CompanionProcess companion;

    private SearchProcess(CompanionProcess companion) {
        this.companion = companion;
    }

    /**
     * Starts one at a free port of this machine.
     *
     * @param keep whether it goes on when this process ends
     * @param settings more arguments
     */
    static SearchProcess start(SearchProgram program, boolean keep, List<String> settings)
            throws IOException {
        return new SearchProcess(
                CompanionProcess.start(
                        NAME, keep, folder -> command(program, keep, settings, folder)));
    }

    private static List<String> command(
            SearchProgram program, boolean keep, List<String> settings, Path folder) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "-Xmx512m",
                                // For native libraries that it unpacks.
                                "-Djava.io.tmpdir=" + folder,
                                "-cp",
                                program.classPath(),
                                program.mainClass(),
                                "--listen=127.0.0.1:0",
                                "--index=" + folder.resolve("index")));
        command.addAll(settings);
        if (!keep) {
            command.add("--until-stdin-closes");
        }
        return command;
    }

    /**
     * Waits until it is there; called once.
     *
     * @return the address of its page
     * @throws CommandFailure if it ends instead
     */
    String awaitAddress() throws IOException {
        Optional<String> address = companion.awaitLine(READY);
        if (address.isEmpty()) {
            companion.keepNoMore();
            throw new CommandFailure(reason(companion.errors()));
        }
        return address.get();
    }

    /** Waits for its end. */
    void awaitEnd() throws IOException {
        companion.awaitEnd();
    }

    /** What it said at last, in its own name or else as Java does, without a trace. */
    private static String reason(List<String> errors) {
        List<String> said =
                errors.stream()
                        .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                        .map(Printable::of)
                        .toList();
        for (int i = said.size() - 1; i >= 0; i--) {
            if (said.get(i).startsWith(SPEAKS)) {
                return String.join("; ", said.subList(i, said.size())).substring(SPEAKS.length());
            }
        }
        return said.isEmpty() ? "it has not said why" : said.get(said.size() - 1);
    }

    /** How to be rid of one that is kept. */
    String howToStop() {
        return companion.howToStop();
    }

    /** Stops it and deletes its data, unless it is kept. */
    @Override
    public void close() {
        companion.close();
    }
}
