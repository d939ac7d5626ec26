// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.video.MediaTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Moments, as answers have them. */
final class TimeJson {

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private TimeJson() {}

    static ObjectNode of(MediaTime time) {
        ObjectNode json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("mediaMs", time.mediaMs())
                        .put("pts", time.pts())
                        .put("timeBase", time.timeBase().toString())
                        .put("wall", wall(time.wall()));
        Long error = time.wall() == null ? null : Long.valueOf(time.wallErrorMs());
        return json.put("wallErrorMs", error);
    }

    /** RFC 3339 with milliseconds; null for none. */
    static String wall(Instant wall) {
        return wall == null ? null : MILLIS.format(wall);
    }
}
