// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import static dev.sightline.search.timeline.PublishedEvents.at;
import static dev.sightline.search.timeline.PublishedEvents.camera;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.WallSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventWriterTest {

    private static final TopicPosition PARTITION = new TopicPosition("t", 0);

    private final MalformedRecords malformed = new MalformedRecords();

    @TempDir private Path folder;

    /** The third of five has a time that overflows. */
    private static List<ReadEvent> events() {
        return IntStream.range(0, 5).mapToObj(i -> read(i, i == 2)).toList();
    }

    private static ReadEvent read(int offset, boolean bad) {
        MediaTime time = at(1_000 * offset);
        MediaTime odd =
                new MediaTime(0, time.timeBase(), 0, Instant.MAX, WallSource.RTCP, 0, Instant.MAX);
        StatusEvent event =
                new StatusEvent(
                        "e" + offset,
                        camera("s" + offset, 1),
                        bad ? odd : time,
                        "online",
                        null,
                        null);
        byte[] nothing = {};
        return new ReadEvent(new ConsumerRecord<>("t", 0, offset, nothing, nothing), event);
    }

    /** Alone, it may be the index that cannot be written. */
    @Test
    void nothingIsLeftOutUnlessAnotherOneCanBeWritten() throws Exception {
        try (TimelineIndex index = LuceneTimelineIndex.open(folder, IndexSettings.DEFAULT)) {
            EventWriter writer = new EventWriter(index, malformed);
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(
                                () -> writer.write(List.of(read(2, true)), Map.of(PARTITION, 3L)))
                        .isInstanceOf(ArithmeticException.class);
            }
            assertThat(malformed.count()).isZero();
        }
    }

    /** One by one takes long: each is a commit's worth of work. */
    @Test
    void topicsThatWereMadeAnewAreNotWaitedFor() throws Exception {
        try (TimelineIndex index = LuceneTimelineIndex.open(folder, IndexSettings.DEFAULT)) {
            EventWriter writer = new EventWriter(index, malformed);
            assertThatThrownBy(() -> writer.write(List.of(read(9, true)), Map.of(PARTITION, 10L)))
                    .isInstanceOf(ArithmeticException.class);
            writer.end(Map.of(PARTITION, 1L));
            writer.write(List.of(read(0, false)), Map.of(PARTITION, 1L));
            // Together again, where none of those beside one that is bad is written.
            List<ReadEvent> more = List.of(read(1, false), read(2, true));
            assertThatThrownBy(() -> writer.write(more, Map.of(PARTITION, 3L)))
                    .isInstanceOf(ArithmeticException.class);
            assertThat(index.streams().stream().map(StreamSummary::id)).doesNotContain("s1");
        }
    }

    @Test
    void leavesOutTheOneThatCannotBeIndexed() throws Exception {
        try (TimelineIndex index = LuceneTimelineIndex.open(folder, IndexSettings.DEFAULT)) {
            EventWriter writer = new EventWriter(index, malformed);
            Map<TopicPosition, Long> positions = Map.of(PARTITION, 5L);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> writer.write(events(), positions))
                        .isInstanceOf(ArithmeticException.class);
                assertThat(index.positions()).isEmpty();
            }
            assertThat(malformed.count()).isEqualTo(1);
            assertThat(writer.write(events(), positions)).hasSize(4);
            assertThat(index.positions()).isEqualTo(positions);
            assertThat(index.streams().stream().map(StreamSummary::id))
                    .containsExactly("s0", "s1", "s3", "s4");
            assertThat(malformed.count()).isEqualTo(1);
        }
    }
}
