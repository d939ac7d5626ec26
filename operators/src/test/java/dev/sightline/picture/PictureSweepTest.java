// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSweepTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int ALL = 1000;

    @TempDir Path folder;

    private PictureSweep sweep(int share, int shares) {
        return new PictureSweep(
                folder.toUri(), DAY, share, shares, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path write(String name, Duration age) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[1]);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    private static String id(long number) {
        return HexFormat.of().toHexDigits(number) + "0123456789abcdef";
    }

    @Test
    void deletesOldPicturesOfOursAndNothingElse() throws IOException {
        Path old = write("gate/0/" + id(1) + ".jpg", DAY.plusSeconds(1));
        Path unfinished =
                write(
                        "gate/0/." + id(2) + ".jpg.123e4567-e89b-12d3-a456-426614174000",
                        DAY.plusSeconds(1));
        Path young = write("gate/0/" + id(3) + ".jpg", DAY.minusSeconds(1));
        Path foreign = write("gate/0/holiday.jpg", DAY.multipliedBy(100));
        assertThat(sweep(0, 1).run(ALL)).isEqualTo(2);
        assertThat(old).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
    }

    @Test
    void deletesFoldersThatHaveBeenEmptyForAsLong() throws IOException {
        Path empty = folder.resolve("gone/0");
        Files.createDirectories(empty);
        Files.setLastModifiedTime(empty, FileTime.from(NOW.minus(DAY.multipliedBy(2))));
        Path fresh = Files.createDirectories(folder.resolve("coming"));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW));
        sweep(0, 1).run(ALL);
        assertThat(empty).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        for (int i = 0; i < 10; i++) {
            write("stream" + i + "/0/" + id(i) + ".jpg", DAY.plusSeconds(1));
        }
        PictureSweep sweep = sweep(0, 1);
        long deleted = 0;
        int runs = 0;
        while (deleted < 10) {
            long now = sweep.run(4); // a stream's folder and its hour are two
            assertThat(now).isLessThanOrEqualTo(4);
            deleted += now;
            runs++;
        }
        assertThat(runs).isEqualTo(5);
        write("late/0/" + id(11) + ".jpg", DAY.plusSeconds(1));
        assertThat(sweep.run(ALL)).as("another pass").isEqualTo(1);
    }

    @Test
    void sharesTheStreamsOut() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("stream" + i + "/" + id(i) + ".jpg", DAY.plusSeconds(1));
        }
        long first = sweep(0, 2).run(ALL);
        assertThat(first).isBetween(1L, 29L);
        assertThat(first + sweep(1, 2).run(ALL)).isEqualTo(30);
    }

    @Test
    void aFolderThatIsNotThereYetIsEmpty() throws IOException {
        PictureSweep sweep =
                new PictureSweep(folder.resolve("no").toUri(), DAY, 0, 1, Clock.systemUTC());
        assertThat(sweep.run(ALL)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PT1S, 60", "PT1H, 150", "P1D, 3600", "P365D, 3600"})
    void runsMoreOftenTheLessIsKept(Duration retention, long seconds) {
        assertThat(SweepSchedule.periodSeconds(retention)).isEqualTo(seconds);
    }
}
