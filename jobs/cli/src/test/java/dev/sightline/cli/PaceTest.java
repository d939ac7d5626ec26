// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    private static ProgressReporter.Reading reading(String name, long positionMs) {
        return new ProgressReporter.Reading(name, positionMs, 100_000);
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private long millisLeft(ProgressReporter.Reading reading, long atSecond) {
        pace.see(List.of(reading), seconds(atSecond));
        return pace.millisLeft(reading, seconds(atSecond));
    }

    @Test
    void theTimeLeftFollowsFromWhatWasReadSoFar() {
        millisLeft(reading("a", 0), 5);
        assertThat(millisLeft(reading("a", 20_000), 15)).isEqualTo(40_000);
    }

    @Test
    void aSecondFileIsMeasuredFromItsOwnBeginning() {
        millisLeft(reading("a", 0), 0);
        millisLeft(reading("a", 90_000), 1000);
        millisLeft(reading("b", 0), 1000);
        assertThat(millisLeft(reading("b", 50_000), 1005)).isEqualTo(5000);
    }

    @Test
    void aFileThatIsReadAgainBeginsAgain() {
        millisLeft(reading("a", 0), 0);
        pace.see(List.of(), seconds(900));
        millisLeft(reading("a", 0), 1000);
        assertThat(millisLeft(reading("a", 50_000), 1010)).isEqualTo(10_000);
    }

    @Test
    void nothingIsSaidOfAFileThatHasNotMovedOrWhoseLengthIsNotKnown() {
        assertThat(millisLeft(reading("a", 3000), 4)).isZero();
        ProgressReporter.Reading endless = new ProgressReporter.Reading("e", 1000, 0);
        pace.see(List.of(new ProgressReporter.Reading("e", 0, 0)), seconds(1));
        assertThat(pace.millisLeft(endless, seconds(2))).isZero();
    }
}
