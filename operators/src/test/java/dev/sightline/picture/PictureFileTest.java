// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.picture.MoodyFileSystem.Mood;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureFileTest {

    @TempDir Path folder;

    @AfterEach
    void calm() {
        MoodyFileSystem.set(Mood.WELL);
    }

    private URI target() {
        return URI.create(MoodyFileSystem.uri(folder) + "/new%20folder/picture.jpg");
    }

    private Path file() {
        return folder.resolve("new folder/picture.jpg");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void makesTheFoldersOnTheWay() throws IOException {
        PictureFile.write(target(), new byte[] {1, 2});
        assertThat(file()).hasBinaryContent(new byte[] {1, 2});
        assertThat(files()).containsExactly(file());
    }

    @ParameterizedTest
    @EnumSource(names = {"WELL", "PICKY"})
    void overwritesAndLeavesNothingElse(Mood mood) throws IOException {
        MoodyFileSystem.set(mood);
        PictureFile.write(target(), new byte[] {1, 2, 3});
        PictureFile.write(target(), new byte[] {4});
        assertThat(file()).hasBinaryContent(new byte[] {4});
        assertThat(files()).containsExactly(file());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "BREAKS"})
    void aWriteThatFailsLeavesWhatWasThere(Mood mood) throws IOException {
        PictureFile.write(target(), new byte[] {1});
        MoodyFileSystem.set(mood);
        assertThatThrownBy(() -> PictureFile.write(target(), new byte[] {2}))
                .hasMessageContaining("store");
        assertThat(file()).hasBinaryContent(new byte[] {1});
        assertThat(files()).containsExactly(file());
    }

    @Test
    void aFileInTheWayFails() throws IOException {
        Files.writeString(folder.resolve("new folder"), "a file");
        assertThatThrownBy(() -> PictureFile.write(target(), new byte[] {2}))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aStoreWithoutAPluginFails() {
        assertThatThrownBy(() -> PictureFile.write(URI.create("nosuch://b/p.jpg"), new byte[1]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nosuch");
    }
}
