// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static Findings findings(double cpuSeconds, String frame, String failure) {
        return new Findings(List.of(Place.parse("frame", frame)), List.of(), cpuSeconds, failure);
    }

    @Test
    void ofSeveralRoundsAreThoseOfTheLastAtTheMedianCost() {
        Findings first = findings(2, "7", null);
        Findings second = findings(3, "7", null);
        Findings last = findings(9, "8", null);
        assertThat(Findings.ofRounds(List.of(first, second, last)))
                .isEqualTo(findings(3, "8", null));
    }

    @Test
    void aRoundThatFailedIsToldOfAndCostsNothing() {
        Findings failed = findings(0, "7", "died");
        Findings whole = findings(3, "8", null);
        assertThat(Findings.ofRounds(List.of(failed, whole))).isEqualTo(findings(3, "8", "died"));
        assertThat(Findings.ofRounds(List.of(failed))).isEqualTo(failed);
    }
}
