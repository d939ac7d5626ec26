// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineSearchTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;

    private int run(String... arguments) {
        return TimelineSearch.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: timeline-search");
        out.reset();
        assertThat(run("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("timeline-search ");
        assertThat(err.size()).isZero();
    }

    @Test
    void wrongSettingsAreToldInWords() {
        assertThat(run("--listen", "nowhere")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("timeline-search: listen:")
                .doesNotContain("Exception");
    }

    @Test
    void aFolderThatIsNoIndexIsToldInWords() throws Exception {
        Path file = Files.writeString(folder.resolve("index"), "no folder");
        assertThat(run("--model", folder.toString(), "--index", file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("timeline-search: ")
                .contains("index")
                .doesNotContain("\tat ");
    }

    @Test
    void aPortThatIsTakenIsToldWithTheSettingThatChangesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            int code =
                    run(
                            "--listen=" + address,
                            "--model=" + folder,
                            "--index=" + folder.resolve("index"),
                            "--kafka.bootstrap.servers=127.0.0.1:1");
            assertThat(code).isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "timeline-search: cannot answer at "
                                    + address
                                    + " (Address already in use); choose another with --listen"
                                    + " ADDRESS:PORT");
        }
    }
}
