// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.clips.MovingVideo;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Gap;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records of ranges join to those of the whole, wherever the borders are. */
class RangesOfClipsTest {

    /** Short, so that the clips with an uneven rate have gaps across borders. */
    private static final DecoderSettings SETTINGS =
            new DecoderSettings(
                    SamplingPolicy.EXACT,
                    Duration.ofMillis(250),
                    1,
                    1 << 24,
                    Duration.ofSeconds(30),
                    new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH),
                    32);

    private static final Path REEL = Repository.reel();

    @TempDir Path folder;

    private static SampleReader open(Path file, SampleRange range, long resumeAt) {
        StreamRef stream = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");
        return new FileSampleReader(stream, file.toString(), SETTINGS, range, resumeAt);
    }

    private static List<TimelineRecord> read(Path file, SampleRange range, long resumeAt) {
        try (SampleReader reader = open(file, range, resumeAt)) {
            return rest(reader);
        }
    }

    private static List<TimelineRecord> rest(SampleReader reader) {
        List<TimelineRecord> records = new ArrayList<>();
        for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
            records.add(next);
        }
        return records;
    }

    private static List<TimelineRecord> read(Path file, SampleRange range) {
        return read(file, range, range.from() == 0 ? -1 : range.from());
    }

    /** Everything but the clock of this machine; places behind a gap or the end differ. */
    private static String describe(TimelineRecord next) {
        String changes =
                next.changes().stream()
                        .map(it -> it.kind() + "@" + it.start().pts() + "-" + it.end().pts())
                        .toList()
                        .toString();
        String head = next.getClass().getSimpleName() + " " + next.position() + changes + " ";
        if (next instanceof Sample sample) {
            return head
                    + sample.time().pts()
                    + " "
                    + Arrays.hashCode(sample.rgb())
                    + " "
                    + sample.decodeErrors();
        } else if (next instanceof Gap gap) {
            return head + gap.from().pts() + " to " + gap.to().pts() + " " + gap.reason();
        } else if (next instanceof StreamEnded ended) {
            return head + ended.time().pts() + " " + ended.decodeErrors() + " " + ended.missingMs();
        } else if (next instanceof StreamFailed failed) {
            return head + failed.message();
        }
        return head;
    }

    /** As the stage behind joins them: a gap goes on, and nothing counts behind the end. */
    private static List<String> joined(List<TimelineRecord> records) {
        List<String> joined = new ArrayList<>();
        boolean inGap = false;
        for (TimelineRecord next : records) {
            if (!(inGap && next instanceof Gap)) {
                joined.add(describe(next));
            }
            if (next.last()) {
                break;
            }
            inGap = next instanceof Gap;
        }
        return joined;
    }

    private static void assertTiles(List<TimelineRecord> records, SampleRange range) {
        long place = range.from() == 0 ? -1 : range.from();
        for (TimelineRecord next : records) {
            assertThat(next.position()).isEqualTo(place);
            place = next.nextPosition();
        }
        assertThat(place).isEqualTo(range.to());
    }

    private static void assertJoinToTheWhole(Path file, long... lengths) {
        List<TimelineRecord> whole = read(file, SampleRange.WHOLE);
        long end = whole.get(whole.size() - 1).position();
        for (long length : lengths) {
            List<TimelineRecord> records = new ArrayList<>();
            for (long from = 0; from < end + 2 * length; from += length) {
                boolean last = from + length >= end + 2 * length;
                SampleRange range = new SampleRange(from, last ? SampleRange.END : from + length);
                List<TimelineRecord> part = read(file, range);
                assertTiles(part, range);
                records.addAll(part);
            }
            assertThat(joined(records)).as("ranges of " + length).isEqualTo(joined(whole));
        }
    }

    @ParameterizedTest
    @EnumSource(Clip.class)
    void joinToTheWhole(Clip clip) throws IOException {
        assertJoinToTheWhole(clip.write(folder).file(), 3, 7, 20);
    }

    /** Long enough for readers of later ranges to go to a keyframe instead of the start. */
    @Test
    void joinToTheWholeWhereReadingBeginsInTheMiddle() {
        assertJoinToTheWhole(REEL, 80, 23);
    }

    @Test
    void goOnAtAKeyframeWithTheSameRecords() {
        List<TimelineRecord> whole = read(REEL, SampleRange.WHOLE);
        assertThat(whole.stream().flatMap(next -> next.changes().stream())).hasSizeGreaterThan(5);
        for (int i = 70; i < whole.size(); i += 17) {
            List<TimelineRecord> rest = read(REEL, SampleRange.WHOLE, whole.get(i).position());
            assertThat(joined(rest)).isEqualTo(joined(whole.subList(i, whole.size())));
        }
    }

    @Test
    void joinToTheWholeInMatroskaToo() throws IOException {
        Path file = folder.resolve("moving.mkv");
        MovingVideo.write(file, Duration.ofSeconds(40), 160, 90);
        assertJoinToTheWhole(file, 70);
    }

    /** Its index is looked for at its end, before anything is read. */
    @Test
    void askingWhetherAMatroskaFileCanBeCutChangesNothing() throws IOException {
        Path file = folder.resolve("moving.mkv");
        MovingVideo.write(file, Duration.ofSeconds(20), 160, 90);
        try (SampleReader reader = open(file, SampleRange.WHOLE, -1)) {
            List<TimelineRecord> records = new ArrayList<>(List.of(reader.next()));
            assertThat(reader.seekablePositions().orElseThrow()).isGreaterThan(70);
            records.addAll(rest(reader));
            assertThat(joined(records)).isEqualTo(joined(read(file, SampleRange.WHOLE)));
        }
    }

    @Test
    void whatHasEndedIsNotCut() throws IOException {
        Path file = Clip.HARD_CUTS.write(folder).file();
        try (SampleReader reader = open(file, SampleRange.WHOLE, -1)) {
            rest(reader);
            assertThat(reader.seekablePositions()).isEmpty();
        }
    }

    @Test
    void goOnInTheMiddleOfARange() throws IOException {
        Path file = Clip.VARIABLE_FRAME_RATE.write(folder).file();
        SampleRange range = new SampleRange(5, 25);
        List<TimelineRecord> records = read(file, range);
        for (int i = 1; i < records.size(); i++) {
            List<TimelineRecord> rest = read(file, range, records.get(i).position());
            assertThat(rest.stream().map(RangesOfClipsTest::describe))
                    .isEqualTo(
                            records.subList(i, records.size()).stream()
                                    .map(RangesOfClipsTest::describe)
                                    .toList());
        }
    }

    @Test
    void endAsTheyAreToldAfterTheirFirstRecord() throws IOException {
        Path file = Clip.VARIABLE_FRAME_RATE.write(folder).file();
        try (SampleReader reader = open(file, SampleRange.WHOLE, -1)) {
            List<TimelineRecord> records = new ArrayList<>(List.of(reader.next()));
            reader.endAt(9);
            records.addAll(rest(reader));
            assertTiles(records, new SampleRange(0, 9));
        }
    }
}
