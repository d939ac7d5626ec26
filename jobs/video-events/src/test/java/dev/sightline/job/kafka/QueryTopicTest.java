// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.event.Topic;
import dev.sightline.match.QueryCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class QueryTopicTest {

    private static final String TOPIC = Topic.QUERIES.topicName();

    private final List<QueryCommand> taken = new ArrayList<>();
    private final QueryTopic.Deserializer deserializer;

    QueryTopicTest() throws Exception {
        deserializer =
                InstantiationUtil.clone(
                        new QueryTopic.Deserializer(Map.of(new TopicPartition(TOPIC, 0), 7L)));
    }

    private void read(int partition, long offset, String id, String json) {
        deserializer.deserialize(
                new ConsumerRecord<>(
                        TOPIC,
                        partition,
                        offset,
                        id == null ? null : id.getBytes(UTF_8),
                        json == null ? null : json.getBytes(UTF_8)),
                new ListCollector<>(taken));
    }

    @Test
    void aQueryThatWasAddedAndRemovedBeforeTheSnapshotIsNotAddedWhenThatIsReadAgain() {
        read(0, 5, "vans", "{\"text\":\"a van\"}");
        read(0, 6, "vans", null);
        assertThat(taken).isEmpty();
    }

    @Test
    void whatIsWrittenBehindTheSnapshotIsTakenAndWhatIsInAPartitionThatCameLater() {
        read(0, 7, "vans", "{\"text\":\"a van\"}");
        read(0, 8, "vans", null);
        read(1, 0, null, "{\"text\":\"a cat\"}");
        assertThat(taken)
                .extracting(QueryCommand::queryId, QueryCommand::removes, QueryCommand::sequence)
                .containsExactly(
                        tuple("vans", false, 7L), tuple("vans", true, 8L), tuple("", false, 0L));
    }
}
