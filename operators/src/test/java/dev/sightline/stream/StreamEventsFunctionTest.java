// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.event.EmbeddingEvent;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.StreamStatus;
import dev.sightline.picture.PictureSettings;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamEventsFunctionTest {

    private static final EventFactory EVENTS =
            new EventFactory(
                    new ModelBlock("tiny", "sha256:" + "ab".repeat(32), 1),
                    new ProducerBlock("test", "1"),
                    Clock.systemUTC());
    private static final byte[] JPEG = {1, 2, 3};

    @TempDir Path folder;

    private static TimelineRecord sample(long k, byte[] preview) {
        return new EmbeddedSample(
                new StreamRef("a/b", 1, "file:///b", SourceKind.FILE, ""),
                k,
                new MediaTime(
                        k, new TimeBase(1, 1), 1000 * k, null, WallSource.NONE, 0, Instant.EPOCH),
                new float[] {1},
                false,
                preview,
                0,
                List.of());
    }

    private List<EmbeddingEvent> run(boolean wanted, TimelineRecord... records) throws Exception {
        PictureSettings pictures =
                new PictureSettings(
                        URI.create(folder.toUri().toString().replaceFirst("/$", "")),
                        320,
                        Duration.ZERO,
                        wanted,
                        Duration.ofDays(1));
        try (var harness =
                new OneInputStreamOperatorTestHarness<TimelineRecord, StreamStatus>(
                        new ProcessOperator<>(new StreamEventsFunction(EVENTS, true, pictures)),
                        EmbeddedSerializer.INSTANCE)) {
            harness.open();
            for (TimelineRecord next : records) {
                harness.processElement(new StreamRecord<>(next));
            }
            harness.snapshot(1, 1);
            List<EmbeddingEvent> events =
                    harness.getSideOutput(StreamEventsFunction.EMBEDDINGS).stream()
                            .map(StreamRecord::getValue)
                            .toList();
            for (EmbeddingEvent event : events) {
                if (event.thumbnail() != null) {
                    assertThat(Path.of(URI.create(event.thumbnail())))
                            .as("there once the snapshot is complete")
                            .hasBinaryContent(JPEG);
                }
            }
            return events;
        }
    }

    @Test
    void aSamplesPictureIsNamedByItsEvent() throws Exception {
        List<EmbeddingEvent> events = run(true, sample(0, JPEG), sample(4000, JPEG));
        assertThat(events)
                .allSatisfy(event -> assertThat(event.thumbnail()).contains(event.header().id()));
        assertThat(events.get(0).thumbnail()).contains("/samples/a_b-").contains("/0/");
        assertThat(events.get(1).thumbnail()).contains("/1/");
    }

    @Test
    void aReplayWritesTheSameFiles() throws Exception {
        List<EmbeddingEvent> first = run(true, sample(0, JPEG), sample(1, JPEG));
        assertThat(run(true, sample(0, JPEG), sample(1, JPEG)))
                .extracting(EmbeddingEvent::thumbnail)
                .isEqualTo(first.stream().map(EmbeddingEvent::thumbnail).toList());
    }

    @Test
    void thereIsNoPictureWhereNoneIsWantedOrCouldBeMade() throws Exception {
        assertThat(run(false, sample(0, JPEG)).get(0).thumbnail()).isNull();
        assertThat(run(true, sample(0, new byte[0])).get(0).thumbnail()).isNull();
        assertThat(folder).isEmptyDirectory();
    }
}
