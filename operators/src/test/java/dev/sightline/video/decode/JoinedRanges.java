// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Gap;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads files in ranges and compares what they join to with the whole.
 *
 * @param settings how they are read
 */
record JoinedRanges(DecoderSettings settings) {

    /** Short, so that the clips with an uneven rate have gaps across borders. */
    static final DecoderSettings EXACT =
            new DecoderSettings(
                    SamplingPolicy.EXACT,
                    Duration.ofMillis(250),
                    1,
                    1 << 24,
                    Duration.ofSeconds(30),
                    new FrameGeometry(32, 32, FrameGeometry.Fit.SQUASH),
                    32);

    FileSampleReader open(Path file, SampleRange range, long resumeAt) {
        StreamRef stream = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");
        return new FileSampleReader(
                stream, new MediaInput.LocalFile(file.toString()), settings, range, resumeAt);
    }

    List<TimelineRecord> read(Path file, SampleRange range, long resumeAt) {
        try (SampleReader reader = open(file, range, resumeAt)) {
            return rest(reader);
        }
    }

    List<TimelineRecord> read(Path file, SampleRange range) {
        return read(file, range, range.from() == 0 ? -1 : range.from());
    }

    static List<TimelineRecord> rest(SampleReader reader) {
        List<TimelineRecord> records = new ArrayList<>();
        for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
            records.add(next);
        }
        return records;
    }

    /** Everything but the clock of this machine; places behind a gap or the end differ. */
    static String describe(TimelineRecord next) {
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
    static List<String> joined(List<TimelineRecord> records) {
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

    static void assertTiles(List<TimelineRecord> records, SampleRange range) {
        long place = range.from() == 0 ? -1 : range.from();
        for (TimelineRecord next : records) {
            assertThat(next.position()).isEqualTo(place);
            place = next.nextPosition();
        }
        assertThat(place).isEqualTo(range.to());
    }

    void assertJoinToTheWhole(Path file, long... lengths) {
        List<TimelineRecord> whole = read(file, SampleRange.WHOLE);
        long end = whole.get(whole.size() - 1).position();
        for (long length : lengths) {
            List<TimelineRecord> records = new ArrayList<>();
            for (long from = 0; from < end + 2 * length; from += length) {
                boolean last = from + length >= end + 2 * length;
                SampleRange range = new SampleRange(from, last ? SampleRange.END : from + length);
                List<TimelineRecord> part = from == 0 ? first(file, length) : read(file, range);
                assertTiles(part, range);
                records.addAll(part);
            }
            assertThat(joined(records)).as("ranges of " + length).isEqualTo(joined(whole));
        }
    }

    /** As the source reads it: cut once the first record was read and the file said its length. */
    private List<TimelineRecord> first(Path file, long length) {
        try (SampleReader reader = open(file, SampleRange.WHOLE, -1)) {
            List<TimelineRecord> records = new ArrayList<>(List.of(reader.next()));
            if (records.get(0).last()) {
                return read(file, new SampleRange(0, length));
            }
            reader.seekablePositions();
            reader.endAt(length);
            records.addAll(rest(reader));
            return records;
        }
    }
}
