// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DeadlineTest {

    /** More than JavaCPP has native functions for callbacks of one kind. */
    private static final int MANY = 24;

    private static final Duration LONG = Duration.ofMinutes(5);

    private static final MediaInput REEL = new MediaInput.LocalFile(Repository.reel().toString());

    private final List<Deadline> deadlines = new ArrayList<>();
    private final List<Demuxer> demuxers = new ArrayList<>();

    @TempDir Path folder;

    @BeforeAll
    static void loadNatives() {
        Natives.load();
    }

    private Deadline deadline(Duration timeout) {
        Deadline deadline = new Deadline(timeout);
        deadlines.add(deadline);
        return deadline;
    }

    private void openMany() throws MediaException {
        for (int i = 0; i < MANY; i++) {
            demuxers.add(Demuxer.open(REEL, deadline(LONG)));
        }
    }

    @AfterEach
    void closeAll() {
        demuxers.forEach(Demuxer::close);
        deadlines.forEach(Deadline::close);
    }

    private static int readAll(Demuxer demuxer) throws MediaException {
        AVPacket packet = av_packet_alloc();
        try {
            int packets = 0;
            while (demuxer.read(packet)) {
                av_packet_unref(packet);
                packets++;
            }
            return packets;
        } finally {
            av_packet_free(packet);
        }
    }

    @Test
    void cancelsEachOfManyOpenFilesAndNoOther() throws MediaException {
        openMany();
        for (int i = 0; i < MANY; i += 2) {
            deadlines.get(i).cancel();
        }
        for (int i = 0; i < MANY; i++) {
            Demuxer demuxer = demuxers.get(i);
            if (i % 2 == 0) {
                assertThatThrownBy(() -> readAll(demuxer)).hasMessageContaining("exit requested");
            } else {
                assertThat(readAll(demuxer)).isEqualTo(948);
            }
        }
    }

    @Test
    void holdsWhileManyOtherFilesAreOpen() throws MediaException {
        openMany();
        assertThatThrownBy(() -> Demuxer.open(REEL, deadline(Duration.ZERO)))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("no answer in time");
    }

    @Test
    void doesNotOutliveItsReader() throws MediaException {
        for (int i = 0; i < 10 * MANY; i++) {
            try (Deadline deadline = new Deadline(LONG);
                    Demuxer demuxer = Demuxer.open(REEL, deadline)) {
                assertThat(demuxer.durationMs()).isPositive();
            }
        }
        openMany();
        assertThat(readAll(demuxers.get(MANY - 1))).isEqualTo(948);
    }

    /** A pipe that is never at its end, and in which there is no video. */
    private CompletableFuture<Void> writeForEver(Path pipe) {
        return CompletableFuture.runAsync(
                () -> {
                    try (OutputStream out = Files.newOutputStream(pipe)) {
                        byte[] chunk = new byte[1000];
                        while (true) {
                            out.write(chunk);
                        }
                    } catch (IOException e) {
                        // The reader has closed its end.
                    }
                });
    }

    @Test
    @Timeout(60)
    void breaksAReadThatDoesNotEnd() throws Exception {
        Path pipe = folder.resolve("endless.ts");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        CompletableFuture<Void> writer = writeForEver(pipe);
        Deadline deadline = deadline(LONG);
        CompletableFuture<Demuxer> opening =
                CompletableFuture.supplyAsync(() -> openUnchecked(pipe, deadline));
        Thread.sleep(100);
        deadline.cancel();
        assertThatThrownBy(() -> opening.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
        writer.get(30, TimeUnit.SECONDS);
    }

    private static Demuxer openUnchecked(Path file, Deadline deadline) {
        try {
            return Demuxer.open(new MediaInput.LocalFile(file.toString()), deadline);
        } catch (MediaException e) {
            throw new IllegalStateException(e);
        }
    }
}
