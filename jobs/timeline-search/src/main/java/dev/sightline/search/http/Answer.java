// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;

/** Sends answers. */
final class Answer {

    private static final int EMPTY = 204;

    private Answer() {}

    /** JSON, which nobody keeps: it changes as events arrive. */
    static void json(Context context, JsonNode json) {
        context.header("Cache-Control", "no-store");
        context.contentType("application/json").result(json.toString());
    }

    static void nothing(Context context) {
        context.header("Cache-Control", "no-store").status(EMPTY);
    }

    /** A picture of an event: what it shows hardly ever changes, and is for who has logged in. */
    static void jpeg(Context context, byte[] picture) {
        context.header("Cache-Control", "private, max-age=300");
        context.contentType("image/jpeg").result(picture);
    }
}
