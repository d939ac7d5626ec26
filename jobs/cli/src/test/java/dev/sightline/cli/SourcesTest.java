// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.job.settings.SettingsParser;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    @TempDir Path folder;
    private final List<Path> locked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    private static Settings settings(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--model", Repository.model().toString()));
        all.addAll(List.of(arguments));
        return new SettingsParser(Map.of()).parse(all);
    }

    private void lock(Path path) throws IOException {
        locked.add(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(path)).as("an administrator reads everything").isFalse();
    }

    @AfterEach
    void unlock() throws IOException {
        for (Path path : locked) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aWatchedPlaceThatIsNotThereYetIsWaitedForAndSaysSo() {
        Sources.check(settings("--watch", "--source", "/typo"), said::add);
        Sources.check(settings("--watch", "--source", folder.toString()), said::add);
        assertThat(said)
                .satisfiesExactly(
                        typo -> assertThat(typo).contains("/typo does not exist; waiting"),
                        empty -> assertThat(empty).contains("holds no video files"));
    }

    @Test
    void nothingIsSaidOfAPlaceThatHasVideos() throws IOException {
        Files.createFile(folder.resolve("a.mp4"));
        Sources.check(settings("--source", folder.toString()), said::add);
        Sources.check(settings("--source", folder.resolve("a.mp4").toString()), said::add);
        assertThat(said).isEmpty();
    }

    @Test
    void oneFolderThatCannotBeListedDoesNotHideTheOthers() throws IOException {
        Files.createFile(folder.resolve("a.mp4"));
        lock(Files.createDirectory(folder.resolve("lost+found")));
        assertThatCode(() -> Sources.check(settings("--source", folder.toString()), said::add))
                .doesNotThrowAnyException();
    }

    @Test
    void aPlaceThatCannotBeReadAtAllIsRefused() throws IOException {
        lock(Files.createFile(folder.resolve("a.mp4")));
        Settings settings = settings("--source", folder.resolve("a.mp4").toString());
        assertThatThrownBy(() -> Sources.check(settings, said::add))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("permission denied");
    }
}
