// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpReaderTest {

    private static final HttpLimits LIMITS =
            new HttpLimits(
                    Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), 3);

    private final AccessRules trusted = AccessRules.forTrusted(AllowedHosts.NONE);
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer().text("/a", "hello").redirect("/to-a", "/a");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsATextBehindARedirect() throws IOException {
        try (HttpReader http = reader(trusted)) {
            HttpReader.Text text = http.text(uri("/to-a"), 100);
            assertThat(text.content()).isEqualTo("hello");
            assertThat(text.uri()).isEqualTo(uri("/a"));
            assertThat(text.toString()).doesNotContain("hello");
        }
    }

    @Test
    void asksForAPart() throws IOException {
        server.on("/part", exchange -> LoopbackServer.send(exchange, 206, new byte[] {1, 2}));
        try (HttpReader http = reader(trusted);
                HttpAnswer answer = http.get(uri("/part"), Map.of("Range", "bytes=5-6"))) {
            assertThat(answer.status()).isEqualTo(206);
            assertThat(answer.length()).isEqualTo(2);
            assertThat(answer.read(new byte[10], 3, 7)).isEqualTo(2);
            assertThat(answer.read(new byte[10], 0, 10)).isEqualTo(-1);
        }
        assertThat(server.asked().get(0).range()).isEqualTo("bytes=5-6");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500, 503})
    void saysWhatTheServerAnswers(int status) {
        server.on("/status", exchange -> LoopbackServer.send(exchange, status, new byte[0]));
        try (HttpReader http = reader(trusted)) {
            assertThatExceptionOfType(HttpFailure.class)
                    .isThrownBy(() -> http.text(uri("/status"), 100))
                    .withMessageStartingWith("127.0.0.1 answers with status " + status)
                    .matches(failure -> failure.status() == status);
        }
    }

    @Test
    void refusesATextThatIsTooLarge() {
        try (HttpReader http = reader(trusted)) {
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> http.text(uri("/a"), 4))
                    .withMessageContaining("more than 4 bytes");
        }
    }

    @Test
    void readsBytesUpToTheirLargestSize() throws IOException {
        try (HttpReader http = reader(trusted)) {
            assertThat(http.bytes(uri("/a"), 5)).isEqualTo("hello".getBytes());
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> http.bytes(uri("/a"), 4))
                    .withMessage("holds more than 4 bytes");
        }
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndToNoOther() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        AccessRules rules = trusted.lookingUp((name, stop) -> List.of(loopback));
        try (HttpReader http = reader(rules)) {
            URI byName = URI.create("http://cam.example.com:" + server.port() + "/a");
            assertThat(http.text(byName, 100).content()).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://2852039166/latest/meta-data",
                "http://[::ffff:169.254.169.254]/",
                "http://metadata.example.com/",
                "//169.254.169.254/"
            })
    void refusesRedirectsToWhereItMustNotRead(String target) throws IOException {
        InetAddress metadata = InetAddress.getByName("169.254.169.254");
        AccessRules rules = trusted.lookingUp((name, stop) -> List.of(metadata));
        server.redirect("/away", target);
        try (HttpReader http = reader(rules)) {
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> http.text(uri("/away"), 100));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://127.0.0.1/", ""})
    void refusesRedirectsThatLeaveHttp(String target) {
        server.redirect("/away", target);
        try (HttpReader http = reader(trusted)) {
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(() -> http.text(uri("/away"), 100))
                    .withMessageContaining("not on HTTP");
        }
    }

    @Test
    void aLoopOfRedirectsEnds() {
        server.redirect("/loop", "/loop");
        try (HttpReader http = reader(trusted)) {
            assertThatExceptionOfType(HttpFailure.class)
                    .isThrownBy(() -> http.text(uri("/loop"), 100))
                    .withMessageContaining("too often");
        }
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void credentialsGoToTheirOriginOnly() throws IOException {
        try (LoopbackServer other = new LoopbackServer().text("/a", "hello")) {
            server.redirect("/away", other.at("/a"));
            try (HttpReader http =
                    new HttpReader(
                            SourceUri.parse(server.at("/a")),
                            trusted,
                            Credentials.of(new Secret("gate:hunter2")),
                            LIMITS,
                            new StopSignal())) {
                http.text(uri("/away"), 100);
                http.text(uri("/to-a"), 100);
            }
            assertThat(server.asked())
                    .hasSize(3)
                    .allMatch(asked -> asked.authorization().equals("Basic Z2F0ZTpodW50ZXIy"));
            assertThat(other.asked()).singleElement().matches(a -> a.authorization() == null);
        }
    }

    @Test
    void aStopOfOthersEndsAReadInProgressAndAllLaterOnes() throws Exception {
        StopSignal stop = new StopSignal();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        server.on(
                "/slow",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    began.countDown();
                    await(end, 30_000);
                });
        try (HttpReader http = reader(trusted, stop)) {
            CompletableFuture<Object> read =
                    CompletableFuture.supplyAsync(() -> failureOf(http, uri("/slow")));
            assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
            stop.stop();
            assertThat(read.get(5, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
            assertThatIOException()
                    .isThrownBy(() -> http.text(uri("/a"), 100))
                    .withMessageContaining("cancelled");
        } finally {
            end.countDown();
        }
    }

    /** The kernel accepts no connection beyond those that wait already. */
    @Test
    void aCancelEndsAnAttemptToConnect() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            ExecutorService threads = Executors.newCachedThreadPool();
            List<CompletableFuture<Object>> attempts = new ArrayList<>();
            CountDownLatch lookups = new CountDownLatch(4);
            AccessRules rules =
                    trusted.lookingUp(
                            (name, stop) -> {
                                lookups.countDown();
                                return List.of(full.getInetAddress());
                            });
            try (HttpReader http = reader(rules)) {
                URI target = URI.create("http://cam.example.com:" + full.getLocalPort() + "/");
                for (int i = 0; i < 4; i++) {
                    attempts.add(
                            CompletableFuture.supplyAsync(() -> failureOf(http, target), threads));
                }
                assertThat(lookups.await(20, TimeUnit.SECONDS)).isTrue();
                http.cancel();
                for (CompletableFuture<Object> attempt : attempts) {
                    assertThat(attempt.get(5, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void aServerThatDribblesIsNotWaitedFor() {
        CountDownLatch end = new CountDownLatch(1);
        server.on(
                "/dribble",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    do {
                        exchange.getResponseBody().write('a');
                        exchange.getResponseBody().flush();
                    } while (!await(end, 20));
                });
        HttpLimits hurried =
                new HttpLimits(LIMITS.connect(), LIMITS.read(), Duration.ofMillis(300), 3);
        try (HttpReader http =
                new HttpReader(
                        SourceUri.parse(server.at("/a")),
                        trusted,
                        Credentials.NONE,
                        hurried,
                        new StopSignal())) {
            assertThatExceptionOfType(HttpFailure.class)
                    .isThrownBy(() -> http.text(uri("/dribble"), 1 << 20))
                    .withMessageContaining("timeout");
        } finally {
            end.countDown();
        }
    }

    private HttpReader reader(AccessRules rules) {
        return reader(rules, new StopSignal());
    }

    private HttpReader reader(AccessRules rules, StopSignal stop) {
        SourceUri source = SourceUri.parse(server.at("/a"));
        return new HttpReader(source, rules, Credentials.NONE, LIMITS, stop);
    }

    private URI uri(String path) {
        return URI.create(server.at(path));
    }

    private static Object failureOf(HttpReader http, URI uri) {
        try {
            return http.text(uri, 100_000);
        } catch (IOException e) {
            return e;
        }
    }

    private static boolean await(CountDownLatch latch, long milliseconds) {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
