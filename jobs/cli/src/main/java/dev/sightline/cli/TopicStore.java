// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.KafkaException;

/**
 * Events in Kafka, up to where the topics end when they are read.
 *
 * <p>From their beginning, also where the query counts from a later moment on: how often a stream
 * gives false alarms and what it usually shows is learnt from all samples before, and so were the
 * thresholds that a job had at that moment. A job that began to read there would have others.
 *
 * @param client properties of the client
 */
record TopicStore(Properties client) implements EventStore {

    /** Long enough for a commit; a job that goes on always has a transaction open. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public void read(List<Topic> topics, Handler handler) {
        List<String> names = topics.stream().map(Topic::topicName).toList();
        try (EventReader events = new EventReader(client, names, true)) {
            events.drain(event -> handler.take(event, place(event)), PATIENCE);
        } catch (KafkaException e) {
            throw EventReader.failure(client, e);
        }
    }

    private static String place(EventRecord event) {
        return "the event " + event.id() + " of " + event.topic();
    }

    /** For logs: without what may be a password. */
    @Override
    public String toString() {
        return "TopicStore(" + client.get("bootstrap.servers") + ")";
    }
}
