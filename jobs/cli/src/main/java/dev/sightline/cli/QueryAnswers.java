// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;

/**
 * What the job answers to control records of queries, from when this is made. With delivery
 * exactly-once, an answer can be read with the job's next checkpoint.
 */
final class QueryAnswers implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of(Topic.QUERY_STATUS.topicName(), Topic.ERRORS.topicName());

    private final Properties client;
    private final EventReader events;

    /**
     * @param client properties of the Kafka client
     */
    QueryAnswers(Properties client) {
        this.client = client;
        try {
            this.events = new EventReader(client, TOPICS, false);
        } catch (KafkaException e) {
            throw EventReader.failure(client, e);
        }
    }

    /**
     * Waits for the first answer of a kind about each of some queries, for all together.
     *
     * @param wanted tells a status of that kind from others, by the query's id
     * @param told hears of each answer as it comes: a status, or the error that the record could
     *     not be understood
     * @return queries without an answer in time
     */
    Set<String> await(
            Map<String, Predicate<JsonNode>> wanted, Consumer<JsonNode> told, Duration patience) {
        Map<String, Predicate<JsonNode>> left = new LinkedHashMap<>(wanted);
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!left.isEmpty() && System.nanoTime() < end) {
                events.poll(event -> take(event.data(), left, told));
            }
        } catch (KafkaException e) {
            throw EventReader.failure(client, e);
        }
        return left.keySet();
    }

    private static void take(
            JsonNode data, Map<String, Predicate<JsonNode>> left, Consumer<JsonNode> told) {
        String id = data.path("queryId").asText();
        Predicate<JsonNode> wanted = left.get(id);
        if (wanted != null
                && (wanted.test(data) || data.path("category").asText().equals("query"))) {
            left.remove(id);
            told.accept(data);
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
