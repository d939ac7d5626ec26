// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as it was read back.
 *
 * @param topic where from
 * @param id CloudEvents id
 * @param type CloudEvents type
 * @param data its value
 */
record EventRecord(String topic, String id, String type, JsonNode data) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EventRecord of(ConsumerRecord<byte[], byte[]> received) {
        return new EventRecord(
                received.topic(),
                header(received, "ce_id"),
                header(received, "ce_type"),
                json(received.value()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] value) {
        try {
            return value == null ? JSON.nullNode() : JSON.readTree(value);
        } catch (IOException e) {
            return JSON.getNodeFactory().textNode(new String(value, StandardCharsets.UTF_8));
        }
    }

    /** One line of JSON: topic, id, type and data. */
    String toJson() {
        ObjectNode line = JSON.createObjectNode();
        line.put("topic", topic).put("id", id).put("type", type).set("data", data);
        return line.toString();
    }
}
