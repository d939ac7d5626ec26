// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.repository.Repository;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MomentsCommandTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter progress = new StringWriter();

    private int run(String manifest) throws Exception {
        Path file = folder.resolve("clips.json");
        Files.writeString(file, manifest.replace('\'', '"'));
        return new CommandLine(new MomentsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(progress))
                .execute(file.toString(), "--model=" + Repository.model());
    }

    @Test
    void asksForWhatAClipShows() throws Exception {
        Clip.HARD_CUTS.write(folder);
        int code =
                run(
                        "[{'file': 'hard-cuts.mp4', 'caption': 'a test pattern'},"
                                + " {'file': 'missing.mp4', 'caption': 'a dog'}]");
        assertThat(code).as(progress.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("1 clips, \\d+ samples, 3 scene changes")
                .containsPattern("all +1 ")
                .containsPattern("hard-cuts.mp4 +1 .* 1.00\\R");
        assertThat(progress.toString()).contains("missing.mp4 left out");
    }

    @Test
    void withoutAClipThereIsNothingToAsk() throws Exception {
        assertThat(run("[{'file': 'missing.mp4', 'caption': 'a dog'}]")).isEqualTo(1);
        assertThat(out.toString()).contains("no clip could be read");
    }
}
