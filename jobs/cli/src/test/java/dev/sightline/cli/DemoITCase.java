// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.testdata.repository.SharedMaterial;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a user runs it, in a process of its own. */
class DemoITCase {

    /** Where nothing is asked of the page, to have the test earlier. */
    private static final String WITHOUT_SEARCH = "--search=false";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private CommandProcess demo(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "demo";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandProcess.start(folder, all);
    }

    /** Many samples are in flight with their pixels, more than fits a checkpoint in memory. */
    @Test
    void writesOneEventALineAndTheRestToStandardError() throws Exception {
        CommandProcess demo =
                demo(
                        "--json",
                        "--interval=200ms",
                        "--in-flight=64",
                        "--checkpoint-interval=500ms",
                        "--batch-size=64");
        assertThat(demo.code()).as(demo.err()).isZero();
        List<String> lines = demo.out().lines().toList();
        assertThat(lines).hasSizeGreaterThan(15);
        for (String line : lines) {
            JsonNode event = new ObjectMapper().readTree(line);
            assertThat(event.get("topic").asText()).startsWith("video.");
            assertThat(event.get("id").asText()).hasSize(32);
        }
        assertThat(demo.err())
                .contains("1 = 1 complete + 0 failed")
                .contains("\"people swimming in a pool\"")
                .containsPattern("pictures +[1-9][0-9]* in " + folder + "/sightline-pictures-")
                .doesNotContain("started again", "search does not start", "search has ended")
                .doesNotContain("\u001b");
        assertThat(demo.leftovers()).isEmpty();
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jpg"))).isNotEmpty();
        }
    }

    @Test
    void findsEachQueryInItsClipAndInNoOther() throws Exception {
        CommandProcess demo =
                demo(
                        "--source=" + SharedMaterial.shared("clips"),
                        "--query=a dog playing in a park",
                        "--query=a red car",
                        "--alarm-budget=24",
                        WITHOUT_SEARCH);
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(row(demo.out(), "files")).isEqualTo("8 = 8 complete + 0 failed");
        assertThat(row(demo.out(), "\"a dog playing in a park\""))
                .matches("1: 01_dog.mp4 0:0\\S+ to 0:0\\S+");
        assertThat(row(demo.out(), "\"a red car\""))
                .matches("1: car-detection.mp4 0:1\\S+ to 0:1\\S+");
    }

    private static String row(String out, String name) {
        Matcher row = Pattern.compile("(?m)^  " + Pattern.quote(name) + " +(.*)$").matcher(out);
        assertThat(row.find()).as(name + " in " + out).isTrue();
        return row.group(1);
    }

    @Test
    void aTextFileWithTheNameOfAVideoFailsWithItsReason() throws Exception {
        Path videos = Files.createDirectory(folder.resolve("videos"));
        Files.writeString(videos.resolve("x.mp4"), "this is no video\n");
        CommandProcess demo =
                demo("--source", videos.toString(), "--query", "a cat", WITHOUT_SEARCH);
        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.out())
                .contains("ERROR (open)")
                .contains("1 = 0 complete + 1 failed")
                .contains("x.mp4: ")
                .doesNotContain("Exception");
        assertThat(demo.leftovers()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItIsInterrupted() throws Exception {
        CommandProcess demo = demo("--watch");
        // Of the file: a match that closes with it says "(ended)" too, and earlier.
        demo.awaitOut("reel.mp4                 ended");
        demo.awaitOut(page());
        List<ProcessHandle> children = demo.process().descendants().toList();
        assertThat(children).as("its broker, and the search").hasSize(built() ? 2 : 1);
        demo.process().destroy();
        assertThat(demo.code()).isEqualTo(143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(demo.leftovers()).isEmpty();
        assertThat(demo.out()).contains("1 = 1 complete + 0 failed");
        assertThat(demo.err()).doesNotContain("failed");
    }

    @Test
    void watchesALiveStreamThatEndsWithIt() throws Exception {
        CommandProcess demo = demo("--live", "--checkpoint-interval=1s", WITHOUT_SEARCH);
        demo.awaitOut("match open");
        List<ProcessHandle> children = demo.process().descendants().toList();
        assertThat(demo.err()).contains("reel.mp4 live at http://127.0.0.1:");
        demo.process().destroy();
        assertThat(demo.code()).isEqualTo(143);
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(demo.leftovers()).isEmpty();
        assertThat(demo.out()).containsPattern("live stream live +online once");
    }

    @Test
    void nothingOfALiveStreamIsLeftWhenTheDemoIsKilled() throws Exception {
        CommandProcess demo = demo("--live");
        demo.awaitOut("online");
        List<ProcessHandle> children = demo.process().descendants().toList();
        assertThat(children).hasSizeGreaterThan(built() ? 3 : 2);
        demo.process().destroyForcibly();
        for (ProcessHandle child : children) {
            assertThat(child.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
        }
    }

    /** Whether there is a timeline search; a build of this module alone has none. */
    private static boolean built() {
        return SearchProgram.below(Repository.root()).isPresent();
    }

    private static String page() {
        return built() ? "search page: http://127.0.0.1:" : "no search page: ";
    }

    @Test
    void tellsAtOnceOfWhatIsKeptAndLeavesItWhenInterrupted() throws Exception {
        CommandProcess demo = demo("--watch", "--keep", "--json");
        demo.awaitOut("online");
        demo.awaitErr(page());
        List<ProcessHandle> kept = new ArrayList<>();
        kept.add(told(demo, "Kafka stays at \\S+; 'kill (\\d+)'"));
        if (built()) {
            kept.add(told(demo, "search page: \\S+  \\(it stays; 'kill (\\d+)'"));
        }
        demo.process().destroy();
        assertThat(demo.code()).isEqualTo(143);
        assertThat(demo.out()).doesNotContain("page:");
        for (ProcessHandle process : kept) {
            // Ctrl-C on a terminal reaches them, too.
            assertThat(signal("INT", process)).isZero();
            assertThat(process.onExit().orTimeout(3, TimeUnit.SECONDS))
                    .failsWithin(5, TimeUnit.SECONDS);
        }
        for (ProcessHandle process : kept) {
            assertThat(signal("TERM", process)).isZero();
            assertThat(process.onExit()).succeedsWithin(20, TimeUnit.SECONDS);
        }
    }

    private static ProcessHandle told(CommandProcess demo, String pattern) throws Exception {
        Matcher told = Pattern.compile(pattern).matcher(demo.err());
        assertThat(told.find()).as(demo.err()).isTrue();
        return ProcessHandle.of(Long.parseLong(told.group(1))).orElseThrow();
    }

    private static int signal(String name, ProcessHandle process) throws Exception {
        return new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Test
    void endsWhenNobodyReadsItsEvents() throws Exception {
        Process process =
                CommandProcess.builder(folder, "demo", "--watch", "--json", WITHOUT_SEARCH).start();
        try (BufferedReader reader = process.inputReader()) {
            assertThat(reader.readLine()).startsWith("{");
        }
        CommandProcess demo = new CommandProcess(process, folder);
        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.err()).contains("standard output was closed, so the job was stopped");
    }

    @Test
    void endsCleanlyWhenItIsInterruptedInMidVideo() throws Exception {
        // So many samples that the model is at work for a long time.
        CommandProcess demo =
                demo("--json", "--interval=40ms", "--checkpoint-interval=1s", WITHOUT_SEARCH);
        demo.awaitOut("online");
        // The same way as Ctrl-C, which a process that runs in the background may not hear.
        demo.process().destroy();
        assertThat(demo.code()).isEqualTo(143);
        assertThat(demo.out().lines())
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                .noneMatch(line -> line.contains("\"state\":\"ended\""));
        assertThat(demo.err())
                .contains("created the topics")
                .doesNotContain("job failed", "Exception");
        assertThat(demo.leftovers()).isEmpty();
    }

    @Test
    void saysAtOnceWhatToDoWhereTheModelCannotRun() throws Exception {
        CommandProcess demo = demo("--device=cuda", WITHOUT_SEARCH);
        assertThat(demo.code()).isEqualTo(1);
        assertThat(demo.err())
                .contains("set device to auto or cpu")
                .doesNotContain("started again");
    }
}
