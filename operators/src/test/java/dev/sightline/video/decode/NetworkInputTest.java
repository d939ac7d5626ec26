// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What FFmpeg fetches itself, from a server of the test's. */
@Timeout(120)
class NetworkInputTest {

    private static final StreamRef STREAM = new StreamRef("x", 1, "rtsp://x", SourceKind.RTSP, "");

    private static final String PASSWORD = "hunter2";

    @TempDir Path folder;

    private ServerSocket server;
    private volatile Socket client;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        if (client != null) {
            client.close();
        }
    }

    private String url(String scheme) {
        return scheme + "://user:" + PASSWORD + "@127.0.0.1:" + server.getLocalPort() + "/x";
    }

    private MediaInput rtsp(String scheme) {
        return new MediaInput.Network(
                url(scheme),
                "rtsp,rtp,tcp,tls",
                "rtsp,sdp",
                Map.of("rtsp_transport", "tcp", "tls_verify", "0"));
    }

    private static FileSampleReader open(MediaInput input, Duration timeout) {
        DecoderSettings settings = JoinedRanges.EXACT.within(timeout);
        return new FileSampleReader(STREAM, input, settings, SampleRange.WHOLE, -1);
    }

    private static TimelineRecord last(FileSampleReader reader) {
        TimelineRecord last = null;
        for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
            last = next;
        }
        return last;
    }

    /** Answers a request with a redirect. */
    private void redirect(String location) {
        try {
            client = server.accept();
            InputStream in = client.getInputStream();
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                request.append((char) in.read());
            }
            String answer = "RTSP/1.0 302 Found\r\nCSeq: 1\r\nLocation: " + location + "\r\n\r\n";
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRedirectOfRtspIsNotFollowed() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> asked =
                    CompletableFuture.runAsync(
                            () -> redirect("rtsp://127.0.0.1:" + other.getLocalPort() + "/y"));
            CompletableFuture<Integer> said =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try (Socket led = other.accept()) {
                                    return led.getInputStream().read();
                                } catch (IOException e) {
                                    return -1; // nobody came
                                }
                            });
            try (FileSampleReader reader = open(rtsp("rtsp"), Duration.ofSeconds(10))) {
                assertThat(last(reader))
                        .isInstanceOfSatisfying(
                                StreamFailed.class,
                                failed -> assertThat(failed.message()).contains("redirects"));
            }
            asked.get(10, TimeUnit.SECONDS);
            other.close();
            assertThat(said.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
        }
    }

    /** The first bytes that a client sends. */
    private CompletableFuture<String> heard() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        client = server.accept(); // and says nothing
                        byte[] bytes = client.getInputStream().readNBytes(7);
                        return new String(bytes, StandardCharsets.ISO_8859_1);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private CompletableFuture<Void> send(Path file) {
        return CompletableFuture.runAsync(
                () -> {
                    try (Socket reader = server.accept();
                            InputStream in = Files.newInputStream(file);
                            OutputStream out = reader.getOutputStream()) {
                        in.transferTo(out);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    @Test
    void readsAStreamThatFfmpegFetches() throws Exception {
        CompletableFuture<Void> sent = send(Clip.B_FRAMES.write(folder).file());
        MediaInput input = new MediaInput.Network(url("tcp"), "tcp", "mpegts", Map.of());
        try (FileSampleReader reader = open(input, Duration.ofMinutes(1))) {
            assertThat(last(reader)).isInstanceOf(StreamEnded.class);
        }
        sent.get(30, TimeUnit.SECONDS);
    }

    @Test
    void opensNothingButTheProtocolsAndContainersNamed() throws Exception {
        MediaInput other = new MediaInput.Network(url("tcp"), "rtsp", "mpegts", Map.of());
        try (FileSampleReader reader = open(other, Duration.ofMinutes(1))) {
            assertThat(((StreamFailed) last(reader)).category())
                    .isEqualTo(StreamFailed.Category.OPEN);
        }
        CompletableFuture<Void> sent = send(Clip.B_FRAMES.write(folder).file());
        MediaInput container = new MediaInput.Network(url("tcp"), "tcp", "flv", Map.of());
        try (FileSampleReader reader = open(container, Duration.ofMinutes(1))) {
            assertThat(((StreamFailed) last(reader)).category())
                    .isEqualTo(StreamFailed.Category.OPEN);
        }
        assertThat(sent).isNotNull();
    }

    @Test
    void givesUpAServerThatDoesNotAnswerWithoutTellingTheSecret() {
        try (FileSampleReader reader = open(rtsp("rtsp"), Duration.ofMillis(500))) {
            StreamFailed failed = (StreamFailed) last(reader);
            assertThat(failed.message()).contains("no answer in time").doesNotContain(PASSWORD);
        }
        assertThat(rtsp("rtsp").toString()).isEqualTo("rtsp://127.0.0.1");
    }

    @Test
    void isCancelledInAnOpenThatDoesNotEnd() throws Exception {
        try (FileSampleReader reader = open(rtsp("rtsp"), Duration.ofHours(1))) {
            CompletableFuture<TimelineRecord> reading =
                    CompletableFuture.supplyAsync(() -> last(reader));
            assertThat(heard().get(30, TimeUnit.SECONDS)).isEqualTo("OPTIONS");
            reader.cancel();
            assertThat(reading.get(30, TimeUnit.SECONDS)).isInstanceOf(StreamFailed.class);
        }
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", "changeit", "-keystore", "store.p12"));
        ProcessBuilder keytool = new ProcessBuilder(command).directory(folder.toFile());
        assertThat(keytool.start().waitFor()).isZero();
    }

    /** With a key that its holder has signed himself, as anybody can. */
    private void listenWithTls() throws Exception {
        server.close();
        keytool("-genkeypair", "-keyalg", "RSA", "-dname", "CN=x", "-ext", "san=ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", "certificate.pem");
        char[] password = "changeit".toCharArray();
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(folder.resolve("store.p12").toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server =
                context.getServerSocketFactory()
                        .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @Test
    void talksToAServerWhoseCertificateIsTrusted() throws Exception {
        listenWithTls();
        CompletableFuture<String> heard = heard();
        Map<String, String> options =
                Map.of("ca_file", folder.resolve("certificate.pem").toString());
        MediaInput input =
                new MediaInput.Network(url("rtsps"), "rtsp,rtp,tcp,tls", "rtsp,sdp", options);
        try (FileSampleReader reader = open(input, Duration.ofSeconds(3))) {
            assertThat(((StreamFailed) last(reader)).message()).contains("no answer in time");
        }
        assertThat(heard.get(30, TimeUnit.SECONDS)).isEqualTo("OPTIONS");
    }

    /** Also where somebody asks for less: the options of {@link #rtsp} do. */
    @ParameterizedTest
    @ValueSource(strings = {"rtsps", "rtmps"})
    void refusesAServerThatNobodyVouchesFor(String scheme) throws Exception {
        listenWithTls();
        CompletableFuture<String> heard = heard();
        MediaInput input =
                scheme.equals("rtsps")
                        ? rtsp(scheme)
                        : new MediaInput.Network(
                                url(scheme), "rtmps,tls,tcp", "flv", Map.of("tls_verify", "0"));
        try (FileSampleReader reader = open(input, Duration.ofSeconds(20))) {
            StreamFailed failed = (StreamFailed) last(reader);
            assertThat(failed.category()).isEqualTo(StreamFailed.Category.OPEN);
            assertThat(failed.message()).doesNotContain(PASSWORD, "no answer in time");
        }
        assertThatThrownBy(() -> heard.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
    }
}
