// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Gap;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads files as the source does. */
final class ReadRecords {

    private static final FrameGeometry SMALL = new FrameGeometry(64, 64, FrameGeometry.Fit.SQUASH);

    private ReadRecords() {}

    static List<TimelineRecord> of(Path file, SamplingPolicy policy) {
        return of(file, policy, 1000, -1);
    }

    static List<TimelineRecord> of(
            Path file, SamplingPolicy policy, long intervalMillis, long resumeAt) {
        return of(
                file,
                new DecoderSettings(
                        policy,
                        Duration.ofMillis(intervalMillis),
                        1,
                        1 << 26,
                        Duration.ofSeconds(30),
                        SMALL,
                        320,
                        // Looking at every frame for them would take most of the time.
                        policy != SamplingPolicy.EVERYTHING),
                resumeAt);
    }

    static List<TimelineRecord> of(Path file, DecoderSettings settings, long resumeAt) {
        String name = file.getFileName().toString();
        StreamRef stream = new StreamRef(name, 1, file.toUri().toString(), SourceKind.FILE, "");
        List<TimelineRecord> records = new ArrayList<>();
        try (SampleReader reader =
                new FileSampleReader(stream, file.toString(), settings, resumeAt)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                records.add(next);
            }
        }
        return records;
    }

    /** The places and the pictures of a read are those of decoding everything. */
    static void requireEverything(Path file, List<TimelineRecord> read) {
        List<TimelineRecord> everything = of(file, SamplingPolicy.EVERYTHING);
        assertThat(places(read)).as(file.toString()).isEqualTo(places(everything));
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i) instanceof Sample sample) {
                assertThat(sample.rgb())
                        .as("%s, sample %d", file, sample.k())
                        .isEqualTo(((Sample) everything.get(i)).rgb());
            }
        }
    }

    static List<Sample> samples(List<TimelineRecord> records) {
        return records.stream().filter(Sample.class::isInstance).map(Sample.class::cast).toList();
    }

    /** What the records tell but for the pictures, one text each. */
    static List<String> places(List<TimelineRecord> records) {
        return records.stream().map(ReadRecords::place).toList();
    }

    private static String place(TimelineRecord one) {
        String place = one.getClass().getSimpleName() + " " + one.position();
        if (one instanceof Sample sample) {
            return place + " " + sample.time().pts() + " " + sample.time().mediaMs();
        } else if (one instanceof Gap gap) {
            return place + " " + gap.nextPosition() + " " + gap.from().pts() + " " + gap.to().pts();
        } else if (one instanceof StreamEnded ended) {
            return place + " " + ended.samples();
        }
        return place;
    }
}
