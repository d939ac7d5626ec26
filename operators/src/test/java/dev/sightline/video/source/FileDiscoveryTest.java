// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.MovingClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FileDiscoveryTest {

    @TempDir Path folder;

    private final MovingClock clock = new MovingClock(Instant.EPOCH);

    private FileDiscovery discovery(Duration settle, String... locations) {
        return new FileDiscovery(
                List.of(locations).stream().map(SourceLocation::parse).toList(), settle, clock);
    }

    private static List<String> ids(List<VideoSplit> splits) {
        return splits.stream().map(split -> split.stream().streamId()).toList();
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void namesFilesByTheirPathBelowTheSource() throws IOException {
        write("b/two.MKV", "2");
        write("one.mp4", "1");
        write("notes.txt", "no video");
        write(".hidden.mp4", "still copied");
        assertThat(ids(discovery(Duration.ZERO, folder.toString()).list()))
                .containsExactly("b/two.MKV", "one.mp4");
        assertThat(ids(discovery(Duration.ZERO, "yard=" + folder).list()))
                .containsExactly("yard/b/two.MKV", "yard/one.mp4");
    }

    @Test
    void takesAFileThatWasNamedWhateverItsExtension() throws IOException {
        Path file = write("clip.bin", "1");
        assertThat(ids(discovery(Duration.ZERO, file.toString()).list()))
                .containsExactly("clip.bin");
        assertThat(ids(discovery(Duration.ZERO, "gate=" + file).list())).containsExactly("gate");
    }

    @Test
    void turnsAMissingFileAndAnEmptyFolderIntoProblems() {
        VideoSplit missing = discovery(Duration.ZERO, folder.resolve("x.mp4") + "").list().get(0);
        assertThat(missing.problem()).isEqualTo("does not exist");
        VideoSplit empty = discovery(Duration.ZERO, folder.toString()).list().get(0);
        assertThat(empty.problem()).isEqualTo("holds no video files");
    }

    @Test
    void refusesTheSecondOfTwoFilesWithOneId() throws IOException {
        Path first = write("a/clip.mp4", "1");
        Path second = write("b/clip.mp4", "2");
        List<VideoSplit> splits = discovery(Duration.ZERO, first + "", second + "").list();
        assertThat(splits.get(0).problem()).isEmpty();
        assertThat(splits.get(1).problem()).contains("ID=PATH");
        assertThat(discovery(Duration.ZERO, first + "", "b=" + second).list())
                .allSatisfy(split -> assertThat(split.problem()).isEmpty());
    }

    @Test
    void refusesEachCopyOfAFileOnATimelineOfItsOwn() throws IOException {
        String[] copies = new String[3];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = write(i + "/clip.mp4", "the same") + "";
        }
        List<VideoSplit> splits = discovery(Duration.ZERO, copies).list();
        assertThat(splits).filteredOn(split -> split.problem().isEmpty()).hasSize(1);
        assertThat(splits).extracting(split -> split.stream().epoch()).doesNotHaveDuplicates();
        assertThat(discovery(Duration.ZERO, copies).list()).isEqualTo(splits);
    }

    @Test
    void tellsWhatIsWrongWithAFileRatherThanWithItsId() {
        String one = folder.resolve("a/x.mp4") + "";
        String other = folder.resolve("b/x.mp4") + "";
        assertThat(discovery(Duration.ZERO, one, other).list())
                .extracting(VideoSplit::problem)
                .containsExactly("does not exist", "does not exist");
    }

    @Test
    void givesAReplacedFileAnotherEpochAndAnUntouchedOneTheSame() throws IOException {
        write("clip.mp4", "first content");
        long epoch = discovery(Duration.ZERO, folder + "").list().get(0).stream().epoch();
        assertThat(discovery(Duration.ZERO, folder + "").list().get(0).stream().epoch())
                .isEqualTo(epoch);
        write("clip.mp4", "other content");
        assertThat(discovery(Duration.ZERO, folder + "").list().get(0).stream().epoch())
                .isNotEqualTo(epoch);
    }

    @Test
    void waitsUntilAWatchedFileNoLongerGrows() throws IOException {
        FileDiscovery watching = discovery(Duration.ofSeconds(5), folder.toString());
        write("clip.mp4", "half");
        assertThat(watching.list()).isEmpty();
        clock.pass(Duration.ofSeconds(4));
        write("clip.mp4", "half and more");
        assertThat(watching.list()).isEmpty();
        clock.pass(Duration.ofSeconds(4));
        assertThat(watching.list()).isEmpty();
        clock.pass(Duration.ofSeconds(2));
        assertThat(ids(watching.list())).containsExactly("clip.mp4");
    }

    /**
     * A folder whose path is longer than the system opens: unlike one without permissions,
     * administrators cannot read it either. The parts are put together by moving one into another.
     */
    private Path unreadable(Path parent) throws IOException {
        Path outer = parent;
        Path inner = Files.createDirectories(folder.resolve("../inner").normalize());
        Path deepest = inner;
        for (int i = 0; i < 10; i++) {
            outer = outer.resolve("o".repeat(250));
            deepest = deepest.resolve("i".repeat(250));
        }
        Files.createDirectories(outer);
        Files.createDirectories(deepest);
        return Files.move(inner, outer.resolve("inner"));
    }

    @Test
    void aFolderThatCannotBeListedCostsItsOwnFilesOnly() throws IOException {
        write("a/one.mp4", "1");
        write("z/two.mp4", "2");
        Path moved = unreadable(folder.resolve("m"));
        try {
            List<VideoSplit> splits = discovery(Duration.ZERO, "yard=" + folder).list();
            assertThat(ids(splits)).contains("yard/a/one.mp4", "yard/z/two.mp4").hasSize(3);
            assertThat(splits.get(0).stream().streamId()).startsWith("yard/m/o");
            assertThat(splits.get(0).problem()).startsWith("cannot be listed: File name too long");
            List<VideoSplit> watched = discovery(Duration.ofSeconds(5), folder + "").list();
            assertThat(watched).hasSize(1).allMatch(split -> !split.problem().isEmpty());
        } finally {
            Files.move(moved, folder.resolve("moved"));
        }
    }

    @Test
    void followsALinkThatIsItselfTheSource() throws IOException {
        write("videos/clip.mp4", "1");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("videos"));
        VideoSplit split = discovery(Duration.ZERO, link + "").list().get(0);
        assertThat(split.stream().streamId()).isEqualTo("clip.mp4");
        assertThat(split.path()).isEqualTo(link.resolve("clip.mp4").toString());
    }

    @Test
    @Timeout(30)
    void refusesWhatIsNoFileInsteadOfWaitingForIt() throws Exception {
        Path pipe = folder.resolve("pipe.mp4");
        assertThat(new ProcessBuilder("mkfifo", pipe + "").start().waitFor()).isZero();
        VideoSplit split = discovery(Duration.ZERO, pipe + "").list().get(0);
        assertThat(split.problem()).isEqualTo("is neither a file nor a directory");
    }

    @Test
    void forgetsWatchedFilesThatAreGone() throws IOException {
        FileDiscovery watching = discovery(Duration.ofSeconds(5), folder.toString());
        for (int i = 0; i < 3; i++) {
            write(i + ".mp4", "content");
        }
        watching.list();
        clock.pass(Duration.ofSeconds(5));
        assertThat(watching.list()).hasSize(3);
        Files.delete(folder.resolve("0.mp4"));
        Files.delete(folder.resolve("1.mp4"));
        assertThat(ids(watching.list())).containsExactly("2.mp4");
        assertThat(watching.remembered()).isEqualTo(1);
    }
}
