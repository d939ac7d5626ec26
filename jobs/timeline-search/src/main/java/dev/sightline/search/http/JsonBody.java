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

    /** Bytes of a query, which may have a picture; a record of Kafka takes little more. */
    static final int QUERY = 1_000_000;

    /** Bytes of anything else. */
    static final int SMALL = 64 * 1024;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    /**
     * Reads an object.
     *
     * @param largest bytes that it may have
     */
    static JsonNode object(Context context, int largest) throws IOException {
        String type = context.contentType();
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Problem(Problem.UNSUPPORTED_TYPE, "send application/json");
        }
        byte[] bytes = context.req().getInputStream().readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new Problem(
                    Problem.TOO_LARGE, "JSON of more than " + largest + " bytes is not taken");
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
