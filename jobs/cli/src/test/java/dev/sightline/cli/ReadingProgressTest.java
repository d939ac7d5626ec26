// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReadingProgressTest {

    private static final long START = System.nanoTime();
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(shown, true, StandardCharsets.UTF_8);

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysNowAndThenHowFarItIs() {
        try (ReadingProgress progress = new ReadingProgress(terminal)) {
            progress.count("gate", 1000, START + HOUR);
            progress.count("gate", 2000, START + HOUR);
            progress.count("door", 65_000, START + 2 * HOUR);
            assertThat(shown())
                    .contains("1 samples read, gate at 0:01.0", "3 samples read, door at 1:05.0")
                    .doesNotContain("2 samples");
        }
        assertThat(shown()).endsWith("\r\u001b[K");
    }

    @Test
    void saysNothingWhereNobodyLooks() {
        try (ReadingProgress progress = new ReadingProgress(null)) {
            progress.count("gate", 1000, START + HOUR);
        }
        assertThat(shown()).isEmpty();
    }
}
