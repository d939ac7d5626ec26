// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page's process, with a stand-in for its program. */
class DemoSearchTest {

    private static final SearchProgram STAND_IN =
            new SearchProgram(System.getProperty("java.class.path"), StandInSearch.class.getName());

    @TempDir Path folder;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private DemoSearch start(boolean keep, String... arguments) {
        return DemoSearch.start(STAND_IN, keep, List.of(arguments), said::add);
    }

    private String next() throws InterruptedException {
        String line = said.poll(30, TimeUnit.SECONDS);
        assertThat(line).as("something is said").isNotNull();
        return line.strip();
    }

    private Path report() {
        return folder.resolve("report");
    }

    @Test
    void saysWhereThePageIsAndLeavesNothing() throws Exception {
        List<String> report;
        ProcessHandle child;
        Path index;
        try (DemoSearch search = start(false, StandInSearch.REPORT + report())) {
            assertThat(search).isNotNull();
            assertThat(next())
                    .isEqualTo(
                            "search page: http://127.0.0.1:4242/  (until the demo ends; --keep"
                                    + " leaves it)");
            report = Files.readAllLines(report());
            child = ProcessHandle.of(Long.parseLong(report.get(0))).orElseThrow();
            index = Path.of(report.get(2).substring("--index=".length()));
            assertThat(index.getParent()).isDirectory();
        }
        assertThat(report.subList(1, report.size()))
                .containsExactly(
                        "--listen=127.0.0.1:0",
                        "--index=" + index,
                        StandInSearch.REPORT + report(),
                        "--until-stdin-closes");
        assertThat(child.isAlive()).isFalse();
        assertThat(index.getParent()).doesNotExist();
        assertThat(said).isEmpty();
    }

    @Test
    void oneThatIsKeptStaysAndIsNamedWithHowToStopIt() throws Exception {
        DemoSearch search = start(true, StandInSearch.REPORT + report());
        Matcher told =
                Pattern.compile(
                                "search page: http://127.0.0.1:4242/  \\(it stays; 'kill (\\d+)'"
                                        + " stops it and deletes its data in (\\S+)\\)")
                        .matcher(next());
        assertThat(told.find()).isTrue();
        search.tellOfKept();
        assertThat(next())
                .startsWith("the search page stays at http://127.0.0.1:4242/; 'kill ")
                .contains(told.group(1));
        search.close();
        ProcessHandle child = ProcessHandle.of(Long.parseLong(told.group(1))).orElseThrow();
        Path data = Path.of(told.group(2));
        try {
            assertThat(child.isAlive()).isTrue();
            assertThat(Files.readAllLines(report())).doesNotContain("--until-stdin-closes");
            // Ctrl-C on a terminal reaches it, too.
            new ProcessBuilder("kill", "-INT", told.group(1)).start().waitFor();
            assertThat(child.onExit().orTimeout(1, TimeUnit.SECONDS))
                    .failsWithin(3, TimeUnit.SECONDS);
        } finally {
            child.destroy();
            assertThat(child.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
        }
        assertThat(data).doesNotExist();
    }

    @Test
    @Timeout(60)
    void oneThatIsKeptIsNamedEvenIfTheDemoEndsBeforeItIsReady() throws Exception {
        DemoSearch search = start(true, "--slow", StandInSearch.REPORT + report());
        search.close();
        search.close(); // by whoever interrupts, and by the one who is interrupted
        Matcher told =
                Pattern.compile("search starts and stays; 'kill (\\d+)' .* data in (\\S+)")
                        .matcher(next());
        assertThat(told.find()).isTrue();
        assertThat(said).isEmpty();
        // Nobody types so fast that the process is not there yet, which deletes the data.
        while (Files.notExists(report())) {
            Thread.sleep(10);
        }
        ProcessHandle child = ProcessHandle.of(Long.parseLong(told.group(1))).orElseThrow();
        assertThat(child.destroy()).isTrue();
        assertThat(child.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(Path.of(told.group(2))).doesNotExist();
    }

    @Test
    void aFailureIsOneLineAndLeavesNothing() throws Exception {
        try (DemoSearch search = start(true, "--fail")) {
            assertThat(next())
                    .isEqualTo(
                            "no search page: the timeline search does not start: index: is"
                                    + " locked; model: is missing");
            search.tellOfKept();
        }
        assertThat(said).isEmpty();
    }

    @Test
    void thatItHasEndedIsSaid() throws Exception {
        try (DemoSearch search = start(false, "--die")) {
            assertThat(next()).startsWith("search page: ");
            assertThat(next()).isEqualTo("the search page has gone: the timeline search has ended");
        }
    }

    @Test
    void withoutABuildThereIsAReasonAndNoPage() throws IOException {
        assertThat(SearchProgram.below(folder)).isEmpty();
        Path target = Files.createDirectories(folder.resolve(SearchProgram.FOLDER));
        Files.createFile(target.resolve("sightline-timeline-search-1.jar"));
        assertThat(SearchProgram.below(folder)).as("without its libraries").isEmpty();
        Files.createDirectory(target.resolve("lib"));
        assertThat(SearchProgram.below(folder).orElseThrow().classPath())
                .isEqualTo(
                        target.resolve("sightline-timeline-search-1.jar")
                                + ":"
                                + target
                                + "/lib/*");
        assertThat(DemoSearch.start(folder.resolve("x"), false, null, said::add)).isNull();
        assertThat(said.remove()).contains("the timeline search is not built").contains("x/jobs");
    }
}
