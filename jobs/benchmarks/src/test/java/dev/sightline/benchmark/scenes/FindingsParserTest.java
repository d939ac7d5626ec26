// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsParserTest {

    @Test
    void readsWhatAProgramFoundInEachFile() {
        List<String> lines =
                List.of(
                        "version 1.2 beta",
                        "file 0",
                        "cut frame 12",
                        "a library says something",
                        "gradual time 1.5 2.25",
                        "cpu 0.5",
                        "file 1",
                        "failed no video in it",
                        "cpu 0.1");
        List<Findings> findings = FindingsParser.parse(lines, 2, "");
        assertThat(FindingsParser.version(lines)).isEqualTo("1.2 beta");
        assertThat(findings.get(0).cuts()).containsExactly(new Place(Place.Unit.FRAME, 12));
        assertThat(findings.get(0).graduals())
                .containsExactly(
                        new Findings.Span(
                                new Place(Place.Unit.TIME, 1.5), new Place(Place.Unit.TIME, 2.25)));
        assertThat(findings.get(0).cpuSeconds()).isEqualTo(0.5);
        assertThat(findings.get(1).failure()).isEqualTo("no video in it");
        assertThat(findings.get(1).cuts()).isEmpty();
    }

    @Test
    void blamesTheFileAtWhichAProgramDied() {
        List<String> lines = List.of("file 0", "cpu 0.5", "file 1", "cut frame 3");
        List<Findings> findings = FindingsParser.parse(lines, 3, "exit code 139");
        assertThat(findings).hasSize(3);
        assertThat(findings.get(0).failure()).isNull();
        assertThat(findings.get(1).failure()).isEqualTo("exit code 139");
        assertThat(findings.get(1).cuts()).isEmpty();
        assertThat(findings.get(2).failure()).isEqualTo("not reached: exit code 139");
    }
}
