// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventPrinterTest {

    private static final EventRecord EVENT = new EventRecord("t", "1", "x", new TextNode("café"));

    @Test
    void anEventIsOneLine() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        new EventPrinter(new PrintStream(written, false, StandardCharsets.UTF_8), true)
                .print(EVENT);
        assertThat(written.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "{\"topic\":\"t\",\"id\":\"1\",\"type\":\"x\",\"data\":\"café\"}");
    }

    @Test
    void aReaderThatHasGoneEndsThePrinting() {
        OutputStream closed =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                };
        EventPrinter printer =
                new EventPrinter(new PrintStream(closed, false, StandardCharsets.UTF_8), false);
        assertThatThrownBy(() -> printer.print(EVENT))
                .isInstanceOf(EventPrinter.OutputClosed.class);
    }
}
