// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.sightline.video.access.HttpFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpByteSourceTest {

    private static final Retry PATIENT = new Retry(Duration.ofSeconds(20), false);
    private static final Retry HASTY = new Retry(Duration.ZERO, false);

    private final byte[] content = new byte[300_000];
    private FileServer server;

    @BeforeEach
    void start() throws IOException {
        new Random(7).nextBytes(content);
        server = new FileServer(content);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsAFileFromItsBeginningToItsEnd() throws IOException {
        try (HttpByteSource source = source(HASTY)) {
            assertThat(source.seekable()).isTrue();
            assertThat(source.size()).isEqualTo(content.length);
            assertThat(readAll(source)).isEqualTo(content);
        }
        assertThat(server.server.asked()).hasSize(1);
    }

    @Test
    void goesOnAtTheByteWhereAConnectionBroke() throws IOException {
        server.breakAfter = 100_000;
        try (HttpByteSource source = source(PATIENT)) {
            assertThat(readAll(source)).isEqualTo(content);
        }
        assertThat(server.server.asked())
                .extracting(asked -> asked.range())
                .containsExactly("bytes=0-", "bytes=100000-", "bytes=200000-");
    }

    @Test
    void readsOverWhatAServerWithoutRangesSendsAgain() throws IOException {
        server.ranges = false;
        server.breakAfter = 100_000;
        try (HttpByteSource source = source(PATIENT)) {
            assertThat(source.seekable()).isFalse();
            byte[] buffer = new byte[64];
            for (int done = 0; done < 100_000; ) {
                done += source.read(buffer, 0, Math.min(64, 100_000 - done));
            }
            server.breakAfter = 0;
            assertThat(readAll(source)).isEqualTo(Arrays.copyOfRange(content, 100_000, 300_000));
        }
    }

    @Test
    void seeksToAnyByte() throws IOException {
        try (HttpByteSource source = source(HASTY)) {
            byte[] buffer = new byte[1000];
            for (int position : new int[] {200_000, 10, 1_500, 299_990, 0, 150_000}) {
                source.seek(position);
                int read = source.read(buffer, 0, 1000);
                assertThat(Arrays.copyOf(buffer, read))
                        .isEqualTo(Arrays.copyOfRange(content, position, position + read));
            }
            source.seek(content.length);
            assertThat(source.read(buffer, 0, 1000)).isEqualTo(-1);
            source.seek(content.length + 5L);
            assertThat(source.read(buffer, 0, 1000)).isEqualTo(-1);
        }
    }

    @Test
    void asksNoSecondTimeForWhatIsNear() throws IOException {
        try (HttpByteSource source = source(HASTY)) {
            source.read(new byte[10], 0, 10);
            source.seek(50_000);
            byte[] one = new byte[1];
            source.read(one, 0, 1);
            assertThat(one[0]).isEqualTo(content[50_000]);
        }
        assertThat(server.server.asked()).hasSize(1);
    }

    @Test
    void refusesAFileThatChangesWhileItIsRead() throws IOException {
        try (HttpByteSource source = source(PATIENT)) {
            source.read(new byte[10], 0, 10);
            server.entityTag = "\"two\"";
            source.seek(200_000);
            assertThatIOException()
                    .isThrownBy(() -> source.read(new byte[10], 0, 10))
                    .withMessageContaining("was changed");
        }
    }

    @Test
    void refusesAFileThatShrinksWhileItIsRead() throws IOException {
        try (HttpByteSource source = source(PATIENT)) {
            source.read(new byte[10], 0, 10);
            server.content = new byte[100];
            source.seek(200_000);
            assertThatIOException()
                    .isThrownBy(() -> source.read(new byte[10], 0, 10))
                    .withMessageContaining("was changed");
        }
    }

    @Test
    void triesAgainWhereAServerIsBusy() throws IOException {
        server.failures = 3;
        try (HttpByteSource source = source(PATIENT)) {
            assertThat(source.size()).isEqualTo(content.length);
        }
        assertThat(server.server.asked()).hasSize(4);
    }

    @Test
    void givesUpAtOnceWhatIsNotThere() {
        server.failures = 1;
        server.failure = 404;
        try (HttpByteSource source = source(PATIENT)) {
            assertThatExceptionOfType(HttpFailure.class)
                    .isThrownBy(source::size)
                    .matches(failure -> failure.status() == 404);
        }
        assertThat(server.server.asked()).hasSize(1);
    }

    @Test
    void waitsForWhatMayYetAppear() throws IOException {
        server.failures = 2;
        server.failure = 404;
        try (HttpByteSource source = source(new Retry(Duration.ofSeconds(20), true))) {
            assertThat(source.size()).isEqualTo(content.length);
        }
    }

    @Test
    void readsAFileWhoseLengthTheServerDoesNotTell() throws IOException {
        server.ranges = false;
        server.tellsLength = false;
        try (HttpByteSource source = source(HASTY)) {
            assertThat(source.size()).isEqualTo(-1);
            assertThat(source.seekable()).isFalse();
            assertThatIOException().isThrownBy(() -> source.seek(5));
            assertThat(readAll(source)).isEqualTo(content);
        }
    }

    @Test
    void aCancelEndsTheWaitBetweenTries() throws Exception {
        server.failures = Integer.MAX_VALUE;
        try (HttpByteSource source = source(new Retry(Duration.ofHours(1), false))) {
            CompletableFuture<Boolean> failed =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    source.size();
                                    return false;
                                } catch (IOException e) {
                                    return true;
                                }
                            });
            while (server.server.asked().size() < 3) {
                Thread.onSpinWait();
            }
            source.cancel();
            assertThat(failed.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private HttpByteSource source(Retry retry) {
        return new HttpByteSource(server.reader(), URI.create(server.uri()), retry);
    }

    private static byte[] readAll(HttpByteSource source) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[10_000];
        for (int n = source.read(buffer, 0, 10_000); n >= 0; n = source.read(buffer, 0, 10_000)) {
            assertThat(n).isPositive();
            bytes.write(buffer, 0, n);
        }
        return bytes.toByteArray();
    }
}
