// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
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
    private final List<JsonNode> received = new ArrayList<>();

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
     * Waits for the first answer of a kind about a query.
     *
     * @param wanted tells a status of that kind from others
     * @return a status, or the error that the record could not be understood; empty if there is
     *     none in time
     */
    Optional<JsonNode> await(String queryId, Predicate<JsonNode> wanted, Duration patience) {
        Predicate<JsonNode> about = data -> data.path("queryId").asText().equals(queryId);
        Predicate<JsonNode> answers =
                about.and(wanted.or(data -> data.path("category").asText().equals("query")));
        long end = System.nanoTime() + patience.toNanos();
        try {
            Optional<JsonNode> answer = first(answers);
            while (answer.isEmpty() && System.nanoTime() < end) {
                events.poll(event -> received.add(event.data()));
                answer = first(answers);
            }
            return answer;
        } catch (KafkaException e) {
            throw EventReader.failure(client, e);
        }
    }

    private Optional<JsonNode> first(Predicate<JsonNode> answers) {
        return received.stream().filter(answers).findFirst();
    }

    @Override
    public void close() {
        events.close();
    }
}
