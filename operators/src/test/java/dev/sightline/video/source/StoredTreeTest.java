// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTreeTest {

    @TempDir Path folder;

    @BeforeEach
    void reset() {
        CountedFileSystem.reset();
    }

    private static List<VideoSplit> list(String location) {
        return new FileDiscovery(
                        List.of(SourceLocation.parse(location)), Duration.ZERO, Clock.systemUTC())
                .list();
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    @Test
    void namesObjectsByTheirPathBelowTheSourceAndReadsNone() throws IOException {
        write("b/two.MKV");
        write("one.mp4");
        write("notes.txt");
        List<VideoSplit> splits = list("yard=" + CountedFileSystem.uri(folder));
        assertThat(splits)
                .extracting(split -> split.stream().streamId())
                .containsExactly("yard/b/two.MKV", "yard/one.mp4");
        assertThat(splits)
                .extracting(VideoSplit::path)
                .containsExactly(
                        CountedFileSystem.uri(folder.resolve("b/two.MKV")),
                        CountedFileSystem.uri(folder.resolve("one.mp4")));
        assertThat(CountedFileSystem.REQUESTS).hasValue(0);
    }

    @Test
    void takesAnObjectThatWasNamedWhateverItsExtension() throws IOException {
        VideoSplit split = list(CountedFileSystem.uri(write("a clip.bin"))).get(0);
        assertThat(split.stream().streamId()).isEqualTo("a clip.bin");
        assertThat(split.stream().uri()).startsWith("counted://bucket/").endsWith("/a%20clip.bin");
        assertThat(split.problem()).isEmpty();
    }

    @Test
    void givesAReplacedObjectAnotherEpochAndAnUntouchedOneTheSame() throws IOException {
        Path file = write("one.mp4");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        VideoSplit first = list(CountedFileSystem.uri(file)).get(0);
        assertThat(list(CountedFileSystem.uri(file))).containsExactly(first);
        Files.setLastModifiedTime(file, FileTime.fromMillis(2_000_000));
        VideoSplit second = list(CountedFileSystem.uri(file)).get(0);
        assertThat(second.stream().epoch()).isNotEqualTo(first.stream().epoch());
        assertThat(second.stream().asset()).isNotEqualTo(first.stream().asset());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        String missing = CountedFileSystem.uri(folder.resolve("x.mp4"));
        assertThat(list(missing).get(0).problem()).isEqualTo("does not exist");
        assertThat(list(CountedFileSystem.uri(folder)).get(0).problem())
                .isEqualTo("holds no video files");
    }

    @Test
    void saysThatAFileSystemIsNotThere() {
        assertThat(list("s3://bucket/videos").get(0).problem())
                .startsWith("cannot be read: ")
                .contains("flink-s3-fs-hadoop");
    }

    @Test
    void refusesCredentialsWithoutRepeatingThem() {
        assertThatThrownBy(() -> SourceLocation.parse("s3://key:hunter2@bucket/videos"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("credentials")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void takesTheUriOfALocalFileForItsPath() {
        assertThat(SourceLocation.parse("file:///videos/a%20b.mp4"))
                .isEqualTo(SourceLocation.parse("/videos/a b.mp4"));
    }
}
