// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.picture.MoodyFileSystem.Mood;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PictureWriterTest {

    private static final Duration LITTLE = Duration.ofMillis(100);

    @TempDir Path folder;
    private final Counter written = new ThreadSafeSimpleCounter();
    private final Counter failed = new ThreadSafeSimpleCounter();

    @AfterEach
    void calm() {
        MoodyFileSystem.set(Mood.WELL);
    }

    private PictureWriter writer(Duration patience) {
        return new PictureWriter(patience, written, failed);
    }

    private URI target(int number) {
        return URI.create(MoodyFileSystem.uri(folder) + "/" + number + ".jpg");
    }

    private void put(PictureWriter writer, int pictures) throws InterruptedException {
        for (int i = 0; i < pictures; i++) {
            writer.put(target(i), new byte[] {(byte) i});
        }
    }

    @Test
    void whatIsFlushedIsThere() throws Exception {
        try (PictureWriter writer = writer(Duration.ofSeconds(30))) {
            put(writer, 1000);
            writer.flush();
            assertThat(written.getCount()).isEqualTo(1000);
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(1000);
            }
        }
        assertThat(failed.getCount()).isZero();
    }

    @Test
    void whatIsInHandIsWrittenBeforeItCloses() throws Exception {
        PictureWriter writer = writer(Duration.ofSeconds(30));
        put(writer, 50);
        writer.close();
        assertThat(written.getCount()).isEqualTo(50);
    }

    @Test
    void aStoreThatFailsIsCountedAndTriedAgain() throws Exception {
        try (PictureWriter writer = writer(Duration.ofSeconds(30))) {
            MoodyFileSystem.set(Mood.FAILS);
            put(writer, 300);
            MoodyFileSystem.set(Mood.BREAKS);
            put(writer, 1);
            writer.flush();
            assertThat(failed.getCount()).isEqualTo(301);
            MoodyFileSystem.set(Mood.WELL);
            put(writer, 5);
            writer.flush();
            assertThat(written.getCount()).isEqualTo(5);
        }
    }

    @Test
    void aStoreThatHangsIsWaitedForOnceAndThenLeftOut() throws Exception {
        MoodyFileSystem.set(Mood.HANGS);
        try (PictureWriter writer = writer(LITTLE)) {
            put(writer, PictureWriter.MOST);
            writer.flush(); // returns
            long begin = System.nanoTime();
            put(writer, 10_000);
            writer.flush();
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(5));
            assertThat(failed.getCount()).isEqualTo(10_000);
            assertThat(written.getCount()).isZero();
        }
        assertThat(failed.getCount())
                .as("what was in hand, but for what still hangs")
                .isGreaterThanOrEqualTo(10_000 + PictureWriter.MOST - 4);
    }

    @Test
    void aStoreThatAnswersAgainIsUsedAgain() throws Exception {
        MoodyFileSystem.set(Mood.HANGS);
        try (PictureWriter writer = writer(LITTLE)) {
            put(writer, PictureWriter.MOST + 1);
            assertThat(failed.getCount()).isEqualTo(1);
            MoodyFileSystem.set(Mood.WELL);
            while (written.getCount() < PictureWriter.MOST) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            put(writer, 3);
            writer.flush();
            assertThat(written.getCount()).isEqualTo(PictureWriter.MOST + 3);
        }
    }

    @Test
    void closingAnInterruptedTaskDoesNotWait() throws Exception {
        MoodyFileSystem.set(Mood.HANGS);
        PictureWriter writer = writer(Duration.ofMinutes(10));
        put(writer, 10);
        Thread.currentThread().interrupt();
        writer.close();
        assertThat(Thread.interrupted()).isTrue();
    }
}
