// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final List<ProgressReporter.Reading> READINGS =
            List.of(
                    new ProgressReporter.Reading("films/" + "a".repeat(50) + ".mp4", 5000, 60_000),
                    new ProgressReporter.Reading("b.mp4", 0, 0));

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream err = System.err;

    @AfterEach
    void giveStandardErrorBack() {
        System.setErr(err);
        System.clearProperty(ProgressLine.TERMINAL);
    }

    private String shownOnStandardError() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (ProgressLine line = ProgressLine.onTerminal()) {
            line.show(READINGS, 7, System.nanoTime());
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsWrittenWhereStandardErrorIsNoTerminal() {
        System.setProperty(ProgressLine.TERMINAL, "false");
        assertThat(shownOnStandardError()).isEmpty();
    }

    @Test
    void aTerminalShowsPositionAndSpeedInOneLine() {
        System.setProperty(ProgressLine.TERMINAL, "true");
        String shown = shownOnStandardError();
        assertThat(shown).contains("a.mp4 0:05.0 of 1:00.0 +1 more, 7 samples/s");
        assertThat(shown.lines().mapToInt(String::length).max().orElse(0)).isLessThan(80);
    }
}
