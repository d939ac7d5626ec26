// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Prints what a search found, for people.
 *
 * @param out where to
 * @param absolute makes addresses of the answer whole
 */
record MomentTable(PrintStream out, UnaryOperator<String> absolute) {

    private static final String STREAM = "STREAM";

    /**
     * Prints an answer.
     *
     * @param answer of a timeline search
     * @param page address where what was found can be seen, or null
     */
    void print(JsonNode answer, String page) {
        JsonNode moments = answer.path("moments");
        if (!moments.isEmpty()) {
            rows(moments);
        }
        String message = answer.path("message").asText("");
        boolean empty = moments.isEmpty() || !answer.path("standsOut").asBoolean();
        if (!message.isBlank()) {
            out.println(Printable.of(message));
        } else if (empty) {
            out.println("nothing stands out");
        }
        long total = Math.max(answer.path("total").asLong(), moments.size());
        out.printf(
                Locale.ROOT,
                "%d of %s%d %s; %,d samples were searched%n",
                moments.size(),
                answer.path("capped").asBoolean() ? "at least " : "",
                total,
                total == 1 ? "moment" : "moments",
                answer.path("searched").asLong());
        if (page != null && !moments.isEmpty()) {
            out.println("look at them: " + page);
        }
    }

    private void rows(JsonNode moments) {
        String row = "%-" + widest(moments) + "s  %-17s  %5s  %-7s  %-32s  %s%n";
        out.printf(row, STREAM, "TIME", "SCORE", "SIMILAR", "ID", "PICTURE, OR PAGE");
        for (JsonNode moment : moments) {
            int similar = moment.path("similar").asInt();
            out.printf(
                    row,
                    stream(moment),
                    time(moment.path("start")) + "-" + time(moment.path("end")),
                    String.format(Locale.ROOT, "%.2f", moment.path("score").asDouble()),
                    similar == 0 ? "" : "+" + similar,
                    Printable.of(moment.path("id").asText()),
                    absolute.apply(look(moment)) + clock(moment));
        }
    }

    /** Where a moment can be seen: its picture, or the page at its time where it has none. */
    private static String look(JsonNode moment) {
        String picture = moment.path("picture").textValue();
        RequestParameters place =
                new RequestParameters()
                        .add("view", "stream")
                        .add("stream", moment.path("stream").asText())
                        .add("epoch", moment.path("epoch").asText())
                        .add("t", moment.path("peak").path("mediaMs").asText());
        return picture == null ? "?" + place.query() : picture;
    }

    /** A live stream's times begin at its connection, which tells little. */
    private static String clock(JsonNode moment) {
        JsonNode wall = moment.path("start").path("wall");
        return moment.path("live").asBoolean() && wall.isTextual()
                ? " at " + Printable.of(wall.textValue())
                : "";
    }

    private static int widest(JsonNode moments) {
        int widest = STREAM.length();
        for (JsonNode moment : moments) {
            widest = Math.max(widest, stream(moment).length());
        }
        return widest;
    }

    private static String stream(JsonNode moment) {
        return Printable.of(moment.path("stream").asText());
    }

    private static String time(JsonNode time) {
        return Times.clock(time.path("mediaMs").asLong());
    }
}
