// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.util.LinkedHashMap;
import java.util.Map;

/** CloudEvents 1.0 in Kafka's binary mode: attributes as headers, the value is the data alone. */
public final class CloudEvents {

    private CloudEvents() {}

    /** The headers of an event's record, in a fixed order. */
    public static Map<String, String> headers(Event event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.header().id());
        headers.put("ce_source", event.header().source());
        headers.put("ce_type", event.topic().type());
        headers.put("ce_time", EventJson.format(event.header().time()));
        if (!event.header().subject().isEmpty()) {
            // CloudEvents knows no empty subject; a control record with an empty key has none.
            headers.put("ce_subject", event.header().subject());
        }
        headers.put("ce_dataschema", event.topic().schemaUri());
        headers.put("content-type", "application/json");
        return headers;
    }
}
