// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class BytesInputTest {

    private static final StreamRef STREAM = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");

    @TempDir Path folder;

    private static FileSampleReader open(MediaInput input, Duration timeout, long resumeAt) {
        DecoderSettings settings = JoinedRanges.EXACT.within(timeout);
        return new FileSampleReader(STREAM, input, settings, SampleRange.WHOLE, resumeAt);
    }

    private static List<TimelineRecord> read(MediaInput input, long resumeAt) {
        try (SampleReader reader = open(input, Duration.ofMinutes(1), resumeAt)) {
            return JoinedRanges.rest(reader);
        }
    }

    private static StreamFailed failure(List<TimelineRecord> records) {
        return (StreamFailed) records.get(records.size() - 1);
    }

    private static MediaInput local(Path file) {
        return new MediaInput.LocalFile(file.toString());
    }

    private static List<String> places(MediaInput input, long resumeAt) {
        return ReadRecords.places(read(input, resumeAt));
    }

    @ParameterizedTest
    @EnumSource(
            value = Clip.class,
            names = {"HARD_CUTS", "B_FRAMES", "ODD_SIZE", "WIDE_PIXELS", "TRUNCATED", "TEXT"})
    void ofAFileGiveTheRecordsOfTheFile(Clip clip) throws IOException {
        Path file = clip.write(folder).file();
        assertThat(places(FileBytes.of(file), -1)).isEqualTo(places(local(file), -1));
        assertThat(places(FileBytes.of(file), 9)).isEqualTo(places(local(file), 9));
    }

    @ParameterizedTest
    @EnumSource(
            value = Clip.class,
            names = {"B_FRAMES", "ODD_SIZE", "WIDE_PIXELS"})
    void thatCannotBeSoughtInGiveTheRecordsOfTheFile(Clip clip) throws IOException {
        Path file = clip.write(folder).file();
        assertThat(places(FileBytes.inSequence(file), -1)).isEqualTo(places(local(file), -1));
        assertThat(places(FileBytes.inSequence(file), 9)).isEqualTo(places(local(file), 9));
    }

    @Test
    void canBeCutIntoRangesIfTheyCanBeSoughtIn() throws IOException {
        Path file = Clip.WIDE_PIXELS.write(folder).file();
        try (FileSampleReader sought = open(FileBytes.of(file), Duration.ofMinutes(1), -1);
                FileSampleReader read =
                        open(FileBytes.inSequence(file), Duration.ofMinutes(1), -1);
                FileSampleReader known = open(local(file), Duration.ofMinutes(1), -1)) {
            sought.next();
            read.next();
            known.next();
            assertThat(known.seekablePositions()).isPresent();
            assertThat(sought.seekablePositions()).isEqualTo(known.seekablePositions());
            assertThat(read.seekablePositions()).isEmpty();
        }
    }

    @Test
    void thatBreakEndInAFailureThatSaysWhyAndNotInAnEnd() throws IOException {
        Path file = Clip.B_FRAMES.write(folder).file();
        MediaInput input =
                new MediaInput.Bytes(
                        () ->
                                new FileBytes(file, false) {
                                    private int reads;

                                    @Override
                                    public int read(byte[] into, int offset, int length)
                                            throws IOException {
                                        if (++reads > 10) {
                                            throw new IOException("the store has gone away");
                                        }
                                        return super.read(into, offset, length);
                                    }
                                },
                        MediaInput.FILE_FORMATS);
        assertThat(failure(read(input, -1)).message()).contains("the store has gone away");
    }

    /** An exception that reached native code would end the process. */
    @Test
    void thatThrowWhatNobodyThoughtOfFailTheirStream() throws IOException {
        Path file = Clip.B_FRAMES.write(folder).file();
        MediaInput input =
                new MediaInput.Bytes(
                        () ->
                                new FileBytes(file, true) {
                                    @Override
                                    public void seek(long position) {
                                        throw new StackOverflowError();
                                    }
                                },
                        MediaInput.FILE_FORMATS);
        assertThat(failure(read(input, -1)).message()).contains("StackOverflowError");
    }

    @Test
    void thatCannotBeOpenedFailTheirStream() {
        MediaInput input =
                new MediaInput.Bytes(
                        () -> {
                            throw new IOException("no such bucket");
                        },
                        MediaInput.FILE_FORMATS);
        StreamFailed failed = failure(read(input, -1));
        assertThat(failed.category()).isEqualTo(StreamFailed.Category.OPEN);
        assertThat(failed.message()).contains("no such bucket");
    }

    @Test
    void onlyTheContainersNamedAreOpened() throws IOException {
        Path file = Clip.B_FRAMES.write(folder).file();
        MediaInput input = new MediaInput.Bytes(() -> new FileBytes(file, true), "mov,mp4");
        assertThat(failure(read(input, -1)).category()).isEqualTo(StreamFailed.Category.OPEN);
    }

    @Test
    void thatDoNotComeFailTheirStreamWhenTheTimeIsOver() throws IOException {
        Path file = Clip.B_FRAMES.write(folder).file();
        MediaInput input =
                new MediaInput.Bytes(() -> new StuckBytes(file, 60_000), MediaInput.FILE_FORMATS);
        try (SampleReader reader = open(input, Duration.ofMillis(300), -1)) {
            assertThat(failure(JoinedRanges.rest(reader)).message()).contains("no answer in time");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20_000, 60_000})
    void areCancelledInAReadThatDoesNotEnd(long from)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        StuckBytes stuck = new StuckBytes(Clip.B_FRAMES.write(folder).file(), from);
        try (SampleReader reader = open(stuck.input(), Duration.ofHours(1), -1)) {
            CompletableFuture<List<TimelineRecord>> reading =
                    CompletableFuture.supplyAsync(() -> JoinedRanges.rest(reader));
            stuck.awaitStuck();
            reader.cancel();
            assertThat(failure(reading.get(60, TimeUnit.SECONDS)).stream()).isEqualTo(STREAM);
        }
    }
}
