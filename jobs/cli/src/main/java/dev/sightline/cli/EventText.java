// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** Says an event in one readable line. */
final class EventText {

    private EventText() {}

    static String of(EventRecord event) {
        JsonNode data = event.data();
        return switch (event.topic()) {
            case "video.scene-changes.v1" -> line(data, sceneChange(data));
            case "video.query-matches.v1" -> line(data, match(data));
            case "video.stream-status.v1" -> line(data, status(data));
            case "video.errors.v1" -> line(data, error(data));
            case "video.embeddings.v1" -> line(data, "embedding of sample " + data.path("k"));
            case "video.query-status.v1" -> String.format("%9s  %s", "", queryStatus(data));
            default -> event.toJson();
        };
    }

    private static String line(JsonNode data, String text) {
        String time = data.has("time") ? Times.media(mediaMs(data, "time")) : "";
        return String.format("%9s  %-24s %s", time, data.path("streamId").asText("-"), text);
    }

    private static long mediaMs(JsonNode data, String block) {
        return data.path(block).path("mediaMs").asLong();
    }

    private static String sceneChange(JsonNode data) {
        return String.format(
                "%-8s scene change, confidence %.2f (±%.1f s)",
                data.path("kind").asText(),
                data.path("confidence").asDouble(),
                data.path("uncertaintyMs").asLong() / 1000.0);
    }

    private static String match(JsonNode data) {
        String reason = data.path("closeReason").asText("");
        return String.format(
                "match %-6s \"%s\" %s to %s, score %.2f%s",
                data.path("phase").asText(),
                shown(data),
                Times.media(mediaMs(data, "start")),
                Times.media(mediaMs(data, "end")),
                data.path("score").asDouble(),
                reason.isEmpty() ? "" : " (" + reason + ")");
    }

    /** What a match shows: the one of the labels, or what the query looks for. */
    static String shown(JsonNode match) {
        return match.path("label").asText(match.path("query").path("text").asText());
    }

    private static String status(JsonNode data) {
        StringBuilder text = new StringBuilder(data.path("state").asText());
        if (data.has("samples")) {
            text.append(", ").append(data.get("samples").asLong()).append(" samples");
        }
        if (data.path("decodeErrors").asLong() > 0) {
            text.append(", ").append(data.get("decodeErrors").asLong()).append(" decode errors");
        }
        if (data.path("shedSeconds").asDouble() > 0) {
            text.append(String.format(", %.1f s left out", data.get("shedSeconds").asDouble()));
        }
        if (data.path("clockDriftMs").asLong() != 0) {
            text.append(", clock ").append(data.get("clockDriftMs").asLong()).append(" ms behind");
        }
        if (data.has("attempt")) {
            text.append(", attempt ").append(data.get("attempt").asInt());
        }
        if (data.has("nextAttemptMs")) {
            double seconds = data.get("nextAttemptMs").asLong() / 1000.0;
            text.append(String.format(", the next in %.1f s", seconds));
        }
        if (data.has("gap")) {
            JsonNode gap = data.get("gap");
            text.append(", ")
                    .append(Times.media(gap.path("missingMs").asLong()))
                    .append(" missing: ")
                    .append(gap.path("reason").asText());
        }
        if (data.has("embeddings")) {
            JsonNode embeddings = data.get("embeddings");
            text.append(", embeddings (")
                    .append(embeddings.path("problem").asText())
                    .append("): ")
                    .append(embeddings.path("reason").asText());
        }
        return text.toString();
    }

    private static String error(JsonNode data) {
        String about = data.has("queryId") ? " in query " + data.get("queryId").asText() : "";
        about += data.has("worker") ? " of worker " + data.get("worker").asText() : "";
        return "ERROR ("
                + data.path("category").asText()
                + about
                + ") "
                + data.path("message").asText();
    }

    /** What became of a query. */
    static String queryStatus(JsonNode data) {
        String text =
                String.format(
                        "query %s: %s", data.path("queryId").asText(), data.path("state").asText());
        if (data.has("threshold")) {
            text +=
                    String.format(
                            " (threshold %.3f, expected false alarms a day %.1f)",
                            data.path("threshold").asDouble(),
                            data.path("expectedFalseAlarmsPerDay").asDouble());
        }
        return data.has("reason") ? text + ": " + data.get("reason").asText() : text;
    }
}
