// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.MalformedEvent;
import dev.sightline.event.Topic;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.search.timeline.TimelineEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the records of the topics that are indexed. */
final class RecordReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, Topic> TOPICS =
            Arrays.stream(Topic.values())
                    .collect(Collectors.toMap(Topic::topicName, Function.identity()));

    /** The topics that are read. */
    static final List<String> NAMES =
            List.of(
                    Topic.EMBEDDINGS.topicName(),
                    Topic.SCENE_CHANGES.topicName(),
                    Topic.QUERY_MATCHES.topicName(),
                    Topic.STREAM_STATUS.topicName());

    private final MalformedRecords malformed;

    RecordReader(MalformedRecords malformed) {
        this.malformed = malformed;
    }

    /** The event of a record; empty for one that is malformed or not indexed. */
    Optional<TimelineEvent> read(ConsumerRecord<byte[], byte[]> read) {
        Header id = read.headers().lastHeader("ce_id");
        if (id == null || id.value() == null || id.value().length == 0) {
            malformed.add(read, "it has no header ce_id");
        } else if (read.value() == null) {
            malformed.add(read, "it has no value");
        } else {
            return read(read, new String(id.value(), StandardCharsets.UTF_8));
        }
        return Optional.empty();
    }

    private Optional<TimelineEvent> read(ConsumerRecord<byte[], byte[]> read, String id) {
        try {
            JsonNode value = JSON.readTree(read.value());
            return TimelineEvents.read(TOPICS.get(read.topic()), id, value);
        } catch (JsonProcessingException e) {
            malformed.add(read, "it is not JSON");
        } catch (MalformedEvent e) {
            malformed.add(read, e.getMessage());
        } catch (IOException | RuntimeException e) {
            malformed.add(read, "it cannot be read: " + e);
        }
        return Optional.empty();
    }
}
