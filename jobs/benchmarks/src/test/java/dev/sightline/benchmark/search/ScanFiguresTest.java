// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScanFiguresTest {

    @Test
    void percentilesAreFiguresThatWereMeasured() {
        double[] hundred = IntStream.rangeClosed(1, 100).mapToDouble(i -> 101 - i).toArray();
        assertThat(Percentile.of(hundred, 0.5)).isEqualTo(50);
        assertThat(Percentile.of(hundred, 0.99)).isEqualTo(99);
        assertThat(Percentile.of(hundred, 1)).isEqualTo(100);
        assertThat(Percentile.of(new double[] {7}, 0.01)).isEqualTo(7);
        assertThatThrownBy(() -> Percentile.of(new double[0], 0.5)).hasMessage("no figures");
    }

    private static SearchTable table(double exactMs, double recall, double oneThreadMs) {
        return new SearchTable(
                List.of(
                        new ScanFigures("exact", exactMs, 12, recall),
                        new ScanFigures(NumpyScan.NAME, 50, 80, 1),
                        new ScanFigures(NumpyScan.ONE_THREAD, oneThreadMs, 90, 1)),
                Map.of(
                        "exact",
                        new IndexScan.Upkeep(
                                Duration.ofSeconds(61), Duration.ofMillis(1500), 2_720, 10_000)),
                10);
    }

    @Test
    void theTableComparesWithNumpy() {
        List<String> lines = table(10, 1, 40).lines();
        assertThat(lines.get(1).split("\\s+"))
                .containsExactly(
                        "exact", "10.00", "12.00", "1.0000", "0.200", "0.250", "61.0", "1.5",
                        "272.0", "1000.0");
        assertThat(lines.get(2)).contains(" 1.000 ").endsWith(" 1.250");
    }

    @Test
    void theGoalIsMeasuredAgainstTheFasterNumpy() {
        assertThat(table(16, 1, 40).goal("exact")).contains("0.400 of").endsWith("is reached");
        assertThat(table(17, 1, 40).goal("exact")).endsWith("is not reached");
        assertThat(table(17, 1, 60).goal("exact")).endsWith("is reached");
        assertThat(table(10, 0.999, 40).goal("exact")).endsWith("is not reached");
    }

    @Test
    void withoutNumpyThereIsNoRatio() {
        SearchTable alone =
                new SearchTable(List.of(new ScanFigures("exact", 1, 2, 1)), Map.of(), 10);
        assertThat(alone.lines().get(1)).endsWith("-         -");
        assertThat(alone.goal("exact")).contains("nothing to compare with");
    }
}
