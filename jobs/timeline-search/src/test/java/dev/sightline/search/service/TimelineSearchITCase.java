// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.repository.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service in a process of its own. */
class TimelineSearchITCase {

    @TempDir Path folder;

    private Path temporary() {
        return folder.resolve("temporary");
    }

    private Process start() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-Djava.io.tmpdir=" + Files.createDirectory(temporary()),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TimelineSearch.class.getName(),
                                "--listen=127.0.0.1:0",
                                "--index=" + folder.resolve("index"),
                                "--kafka.bootstrap.servers=127.0.0.1:1"));
        builder.environment().put("SIGHTLINE_HOME", Repository.root().toString());
        return builder.redirectError(folder.resolve("err").toFile()).start();
    }

    @Test
    void saysWhenItIsReadyAnswersWithoutKafkaAndStopsCleanly() throws Exception {
        Process process = start();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line)
                    .as(Files.readString(folder.resolve("err")))
                    .matches("timeline search at http://127\\.0\\.0\\.1:\\d+/");
            URI page = URI.create(line.substring(line.indexOf("http")));
            HttpResponse<String> health = get(page.resolve("api/v1/health"));
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"part\":\"kafka\"").doesNotContain("model");
            assertThat(get(page.resolve("api/v1/streams")).statusCode()).isEqualTo(200);
            assertThat(get(page.resolve("api/v1/search?text=a+cat")).statusCode()).isEqualTo(200);
            assertThat(unpacked()).isNotEmpty();
            // SIGTERM; destroy() of the process itself would close its output too.
            process.toHandle().destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
            assertThat(unpacked()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The libraries of the model's runtime, whose empty folder it leaves there. */
    private List<Path> unpacked() throws IOException {
        try (Stream<Path> all = Files.walk(temporary())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
