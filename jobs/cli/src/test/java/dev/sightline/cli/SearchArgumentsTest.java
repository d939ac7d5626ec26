// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.job.settings.SettingsParser;
import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchArgumentsTest {

    @TempDir Path folder;
    private final String model = Repository.model().toString();

    private List<String> of(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--model", model));
        all.add("--kafka.bootstrap.servers=broker:9");
        all.addAll(List.of(arguments));
        return SearchArguments.of(new SettingsParser(Map.of()).parse(all));
    }

    @Test
    void videosOfThisMachineCanBePlayedAndPicturesSeen() throws IOException {
        Files.createFile(folder.resolve("a.mp4"));
        Files.createFile(folder.resolve("b.mp4"));
        Path more = Files.createDirectory(folder.resolve("more"));
        Path pictures = folder.resolve("pictures");
        assertThat(
                        of(
                                "--watch",
                                "--source=" + folder.resolve("a.mp4"),
                                "--source=x=" + folder.resolve("b.mp4"),
                                "--source=" + more,
                                "--source=s3://bucket/videos",
                                "--source=" + folder.resolve("missing/c.mp4"),
                                "--pictures=" + pictures))
                .containsExactly(
                        "--kafka.bootstrap.servers=broker:9",
                        "--model=" + model,
                        "--video-root=" + folder,
                        "--video-root=" + more,
                        "--picture-folder=" + pictures);
        assertThat(pictures).isDirectory();
    }

    @Test
    void withoutPicturesNoneAreShown() {
        assertThat(of("--stream=live=http://127.0.0.1:1/x.m3u8", "--pictures=off"))
                .noneMatch(argument -> argument.startsWith("--picture-folder"))
                .noneMatch(argument -> argument.startsWith("--video-root"));
    }
}
