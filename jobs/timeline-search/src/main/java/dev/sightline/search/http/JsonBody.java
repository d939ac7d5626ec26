// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;

/** Reads JSON that somebody sends. */
final class JsonBody {

    private static final int KIB = 1024;

    static final int LARGEST = 64 * KIB;

    /**
     * A query can hold a picture of a megabyte, as base64, where Kafka is set to take that; as it
     * usually is, it takes one of about 700 KiB.
     */
    static final int LARGEST_QUERY = 1536 * KIB;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    /**
     * Reads an object.
     *
     * @param largest most bytes that are taken
     */
    static JsonNode object(Context context, int largest) throws IOException {
        String type = context.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Problem(Problem.UNSUPPORTED_TYPE, "send application/json");
        }
        byte[] bytes = context.req().getInputStream().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new Problem(
                    Problem.TOO_LARGE,
                    "JSON of more than " + largest / KIB + " KiB is not taken here");
        }
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            throw new Problem(Problem.BAD_REQUEST, "this is no JSON: " + e.getOriginalMessage());
        }
        throw new Problem(Problem.BAD_REQUEST, "send a JSON object");
    }
}
