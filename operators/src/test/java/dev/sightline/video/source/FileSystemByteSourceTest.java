// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static dev.sightline.video.source.FileSystemByteSource.PAGE_BYTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileSystemByteSourceTest {

    private static final int SIZE = 80 * PAGE_BYTES + 1234;

    @TempDir Path folder;

    private final byte[] content = new byte[SIZE];
    private FileSystemByteSource source;

    @BeforeEach
    void write() throws IOException {
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("content"), content);
        source = open(file);
        CountedFileSystem.reset();
    }

    private static FileSystemByteSource open(Path file) {
        String uri = CountedFileSystem.uri(file);
        return new FileSystemByteSource(new org.apache.flink.core.fs.Path(uri));
    }

    @AfterEach
    void close() {
        CountedFileSystem.goOn();
        source.close();
    }

    private byte[] read(int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int read = 0; read < length; ) {
            int more = source.read(bytes, read, length - read);
            assertThat(more).isPositive();
            read += more;
        }
        return bytes;
    }

    private byte[] expected(int from, int length) {
        return java.util.Arrays.copyOfRange(content, from, from + length);
    }

    @Test
    void readsAllOfAFileOnceAndInOneRequest() throws IOException {
        assertThat(source.size()).isEqualTo(SIZE);
        assertThat(read(SIZE)).isEqualTo(content);
        assertThat(source.read(new byte[10], 0, 10)).isEqualTo(-1);
        assertThat(CountedFileSystem.BYTES).hasValue(SIZE);
        assertThat(CountedFileSystem.REQUESTS).hasValue(1);
    }

    @Test
    void goesBackByALittleForNothing() throws IOException {
        read(10 * PAGE_BYTES);
        source.seek(5 * PAGE_BYTES - 7);
        assertThat(read(100)).isEqualTo(expected(5 * PAGE_BYTES - 7, 100));
        assertThat(CountedFileSystem.BYTES).hasValue(10 * PAGE_BYTES);
        assertThat(CountedFileSystem.REQUESTS).hasValue(1);
    }

    @Test
    void goesForwardByALittleWithoutAnotherRequest() throws IOException {
        read(PAGE_BYTES);
        source.seek(3 * PAGE_BYTES + 5);
        assertThat(read(100)).isEqualTo(expected(3 * PAGE_BYTES + 5, 100));
        assertThat(CountedFileSystem.BYTES).hasValue(4 * PAGE_BYTES);
        assertThat(CountedFileSystem.REQUESTS).hasValue(1);
    }

    @Test
    void leavesOutWhatLiesBetweenTwoDistantPlaces() throws IOException {
        read(100);
        source.seek(60L * PAGE_BYTES);
        assertThat(read(100)).isEqualTo(expected(60 * PAGE_BYTES, 100));
        assertThat(CountedFileSystem.BYTES).hasValue(2 * PAGE_BYTES);
        assertThat(CountedFileSystem.REQUESTS).hasValue(2);
    }

    @Test
    void endsBehindTheEnd() throws IOException {
        source.seek(10L * SIZE);
        assertThat(source.read(new byte[10], 0, 10)).isEqualTo(-1);
        source.seek(SIZE - 3);
        assertThat(read(3)).isEqualTo(expected(SIZE - 3, 3));
        assertThat(source.read(new byte[10], 0, 10)).isEqualTo(-1);
    }

    @Test
    void opensNothingBeforeItIsRead() {
        assertThat(source.seekable()).isTrue();
        assertThat(CountedFileSystem.REQUESTS).hasValue(0);
    }

    @Test
    void tellsWhyAFileCannotBeRead() {
        FileSystemByteSource missing = open(folder.resolve("missing"));
        assertThatThrownBy(missing::size)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
        missing.close();
    }

    @Test
    void isCancelledWhileTheStoreDoesNotAnswerAndCannotBeInterrupted() throws Exception {
        source.size();
        CountedFileSystem.getStuck();
        CompletableFuture<Integer> reading =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return source.read(new byte[10], 0, 10);
                            } catch (IOException e) {
                                throw new IllegalStateException(e.getMessage());
                            }
                        });
        source.cancel();
        assertThatThrownBy(() -> reading.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("cancelled");
        assertThatThrownBy(() -> source.read(new byte[10], 0, 10)).hasMessage("cancelled");
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        read(1);
        source.close();
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("stored-file"))) {
            Thread.sleep(10);
        }
        source.cancel();
    }
}
