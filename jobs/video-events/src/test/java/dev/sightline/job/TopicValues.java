// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.Topic;
import dev.sightline.testdata.kafka.CommittedRecords;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The values of the records that are committed in a topic. */
final class TopicValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TopicValues() {}

    static List<JsonNode> of(EmbeddedKafka kafka, Topic topic) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (CommittedRecords.Received next :
                CommittedRecords.of(kafka.bootstrapServers(), List.of(topic.topicName()))) {
            values.add(JSON.readTree(next.value()));
        }
        return values;
    }
}
