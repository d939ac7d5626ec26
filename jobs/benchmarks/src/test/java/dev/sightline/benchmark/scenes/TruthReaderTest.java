// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthReaderTest {

    @TempDir Path folder;

    private List<Truth> read(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue().replace('\'', '"'));
        }
        return new TruthReader().read(folder);
    }

    @Test
    void readsATruthWrittenByHand() throws IOException {
        String json =
                "{'_about': 'x', 'a.mp4': {'frames': 9, 'cuts': [5, 3], 'blackOrTitleRuns': [[1,"
                        + " 2]], 'gradual': [{'kind': 'fade-in', 'from': 6, 'to': 7}], 'flashes': [[4,"
                        + " 4]]}, 'b.mp4': {'shots': 1}}";
        List<Truth> truths =
                read(Map.of("truth.json", json, "a.mp4", "", "b.mp4", "", "c.mp4", ""));
        assertThat(truths).hasSize(2);
        assertThat(truths.get(0))
                .isEqualTo(
                        new Truth(
                                folder.resolve("a.mp4"),
                                9,
                                List.of(3, 5),
                                List.of(new Interval(6, 7)),
                                List.of(new Interval(1, 2)),
                                Map.of("flash", List.of(new Interval(4, 4)))));
        assertThat(truths.get(1).cuts()).isEmpty();
    }

    @Test
    void readsTheTruthOfGeneratedClips() throws IOException {
        String json =
                "{'a.ts': {'pts': [0, 1, 2, 3], 'changes': ["
                        + "{'kind': 'CUT', 'firstFrame': 1, 'lastFrame': 1},"
                        + "{'kind': 'WIPE', 'firstFrame': 2, 'lastFrame': 3},"
                        + "{'kind': 'WHIP_PAN', 'firstFrame': 0, 'lastFrame': 0}]},"
                        + " 'broken.mp4': {'pts': [], 'changes': []}}";
        List<Truth> truths = read(Map.of("truth.json", json, "a.ts", "", "broken.mp4", ""));
        assertThat(truths).hasSize(1);
        assertThat(truths.get(0).frames()).isEqualTo(4);
        assertThat(truths.get(0).cuts()).containsExactly(1);
        assertThat(truths.get(0).graduals()).containsExactly(new Interval(2, 3));
        assertThat(truths.get(0).lures()).containsOnlyKeys("whip_pan");
    }

    @Test
    void readsATruthAboutOneVideo() throws IOException {
        List<Truth> truths = read(Map.of("truth.json", "{'cuts': [7]}", "reel.mp4", ""));
        assertThat(truths).extracting(Truth::cuts).containsExactly(List.of(7));
    }

    @Test
    void prefersTheTruthBesideAVideo() throws IOException {
        List<Truth> truths = read(Map.of("reel.truth.json", "{'cuts': [8]}", "reel.mp4", ""));
        assertThat(truths).extracting(Truth::cuts).containsExactly(List.of(8));
    }

    @Test
    void takesNoVideoWithoutATruth() throws IOException {
        assertThat(read(Map.of("a.mp4", "", "notes.txt", ""))).isEmpty();
    }
}
