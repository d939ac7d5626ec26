// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.Sample;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplingPolicyTest {

    @TempDir Path folder;

    private static void assertExactIsEverything(Path file) {
        ReadRecords.requireEverything(file, ReadRecords.of(file, SamplingPolicy.EXACT));
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void exactGivesThePicturesOfDecodingEverything(Clip clip) throws IOException {
        assertExactIsEverything(clip.write(folder).file());
    }

    @Test
    void exactGivesThePicturesOfDecodingEverythingOnRealFiles() throws IOException {
        try (Stream<Path> files = Files.list(SharedMaterial.shared("clips"))) {
            files.filter(file -> file.toString().endsWith(".mp4"))
                    .forEach(SamplingPolicyTest::assertExactIsEverything);
        }
    }

    @Test
    void exactKeepsToTheGridAtOtherIntervals() {
        Path reel = Repository.reel();
        for (long interval : List.of(40L, 130L, 5000L)) {
            assertThat(ReadRecords.places(ReadRecords.of(reel, SamplingPolicy.EXACT, interval, -1)))
                    .isEqualTo(
                            ReadRecords.places(
                                    ReadRecords.of(reel, SamplingPolicy.EVERYTHING, interval, -1)));
        }
    }

    @Test
    void economyKeepsToThePositionsOfExact() {
        Path reel = Repository.reel();
        List<Sample> exact = ReadRecords.samples(ReadRecords.of(reel, SamplingPolicy.EXACT));
        List<Sample> economy = ReadRecords.samples(ReadRecords.of(reel, SamplingPolicy.ECONOMY));
        assertThat(economy).extracting(Sample::k).isEqualTo(exact.stream().map(Sample::k).toList());
        for (Sample sample : economy) {
            assertThat(sample.time().mediaMs() - 1000 * sample.k()).isBetween(-500L, 999L);
        }
    }

    @Test
    void keyframesAreSampledAloneAndTheRestIsAGap() {
        Path reel = Repository.reel();
        List<TimelineRecord> records = ReadRecords.of(reel, SamplingPolicy.KEYFRAMES);
        List<Sample> samples = ReadRecords.samples(records);
        assertThat(samples).hasSizeBetween(9, 20);
        for (int i = 1; i < records.size(); i++) {
            assertThat(records.get(i).position()).isEqualTo(records.get(i - 1).nextPosition());
        }
    }
}
