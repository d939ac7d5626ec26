// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.SampleRange;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records of ranges join to those of the whole, wherever the borders are. */
class RangesOfClipsTest {

    private static final JoinedRanges EXACT = new JoinedRanges(JoinedRanges.EXACT);

    private static final Path REEL = Repository.reel();

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Clip.class)
    void joinToTheWhole(Clip clip) throws IOException {
        EXACT.assertJoinToTheWhole(clip.write(folder).file(), 3, 7, 20);
    }

    /** Long enough for readers of later ranges to go to a keyframe instead of the start. */
    @Test
    void joinToTheWholeWhereReadingBeginsInTheMiddle() {
        EXACT.assertJoinToTheWhole(REEL, 80, 23);
    }

    @Test
    void goOnAtAKeyframeWithTheSameRecords() {
        List<TimelineRecord> whole = EXACT.read(REEL, SampleRange.WHOLE);
        assertThat(whole.stream().flatMap(next -> next.changes().stream())).hasSizeGreaterThan(5);
        for (int i = 70; i < whole.size(); i += 17) {
            List<TimelineRecord> rest =
                    EXACT.read(REEL, SampleRange.WHOLE, whole.get(i).position());
            assertThat(JoinedRanges.joined(rest))
                    .isEqualTo(JoinedRanges.joined(whole.subList(i, whole.size())));
        }
    }

    @Test
    void goOnInTheMiddleOfARange() throws IOException {
        Path file = Clip.VARIABLE_FRAME_RATE.write(folder).file();
        SampleRange range = new SampleRange(5, 25);
        List<TimelineRecord> records = EXACT.read(file, range);
        for (int i = 1; i < records.size(); i++) {
            List<TimelineRecord> rest = EXACT.read(file, range, records.get(i).position());
            assertThat(rest.stream().map(JoinedRanges::describe))
                    .isEqualTo(
                            records.subList(i, records.size()).stream()
                                    .map(JoinedRanges::describe)
                                    .toList());
        }
    }

    @Test
    void endAsTheyAreToldAfterTheirFirstRecord() throws IOException {
        Path file = Clip.VARIABLE_FRAME_RATE.write(folder).file();
        try (SampleReader reader = EXACT.open(file, SampleRange.WHOLE, -1)) {
            List<TimelineRecord> records = new ArrayList<>(List.of(reader.next()));
            reader.endAt(9);
            records.addAll(JoinedRanges.rest(reader));
            JoinedRanges.assertTiles(records, new SampleRange(0, 9));
        }
    }
}
