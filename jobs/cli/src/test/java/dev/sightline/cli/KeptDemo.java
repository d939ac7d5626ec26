// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A demo, and what it leaves running.
 *
 * @param process of the demo itself
 */
record KeptDemo(CommandProcess process) {

    private static final Pattern ADDRESS =
            Pattern.compile("the search page stays at (http://127\\.0\\.0\\.1:\\d+/)");

    private static final Pattern KILL = Pattern.compile("'(kill \\d+)'");

    private static final long STOP_SECONDS = 20;

    /** Starts one; whoever calls this has to {@link #stop()} what it leaves. */
    static KeptDemo start(Path folder) throws IOException {
        return new KeptDemo(CommandProcess.start(folder, "demo", "--keep"));
    }

    /** Waits until it has ended and left what it keeps. */
    void awaitEnd() throws IOException, InterruptedException {
        assertThat(process.code()).as(process.err()).isZero();
        assertThat(process.out() + process.err()).containsPattern(ADDRESS);
    }

    /** Where its page is. */
    String address() throws IOException {
        return said(ADDRESS).findFirst().orElseThrow().group(1);
    }

    /** Does what it said stops what it left, and looks whether anything is there still. */
    void stop() throws IOException, InterruptedException {
        List<String> commands = said(KILL).map(said -> said.group(1)).distinct().toList();
        List<ProcessHandle> left = running();
        for (String command : commands) {
            new ProcessBuilder(command.split(" ")).inheritIO().start().waitFor();
        }
        for (ProcessHandle process : left) {
            assertThat(process.onExit())
                    .as(process.info().toString())
                    .succeedsWithin(STOP_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(running()).isEmpty();
        assertThat(process.leftovers()).isEmpty();
        assertThat(process.folder()).isDirectoryNotContaining("glob:**/sightline-pictures-*");
    }

    private Stream<MatchResult> said(Pattern pattern) throws IOException {
        return pattern.matcher(process.out() + process.err()).results().toList().stream();
    }

    /** Processes that have their data in the folder. */
    private List<ProcessHandle> running() {
        String folder = process.folder().toString();
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(folder))
                .toList();
    }
}
