// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

    @TempDir private Path folder;

    /** Quotes are written as ' here. */
    private List<Clip> read(String json) throws IOException {
        Path file = folder.resolve("clips.json");
        return Manifest.read(Files.writeString(file, json.replace('\'', '"')));
    }

    @Test
    void aListOfClipsIsRead() throws IOException {
        List<Clip> clips =
                read(
                        "[{'file':'a.mp4','caption':'a dog','licence':'CC0'},"
                                + "{'file':'b.mp4','captions':['a cat','a pet']}]");
        assertThat(clips)
                .containsExactly(
                        new Clip(folder.resolve("a.mp4"), List.of("a dog"), "CC0"),
                        new Clip(folder.resolve("b.mp4"), List.of("a cat", "a pet"), ""));
    }

    @Test
    void aTruthFileIsReadAndWhatHasNoCaptionLeftOut() throws IOException {
        List<Clip> clips =
                read("{'_about':'x','a.mp4':{'captions':['a dog']},'b.mp4':{'cuts':[1]}}");
        assertThat(clips).extracting(Clip::file).containsExactly(folder.resolve("a.mp4"));
    }

    @Test
    void aFileWithoutCaptionsSaysWhatIsWanted() {
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("names no clip with a caption");
    }
}
