// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.QueryRequest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts events and prints a table of them at the end. */
final class Summary {

    private int complete;
    private int failed;
    private long samples;
    private long samplesWithoutVector;
    private final LiveStreams live = new LiveStreams();
    private boolean empty = true;
    private final Map<String, Integer> changes = new LinkedHashMap<>();
    private final Map<String, List<String>> matches = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    Summary(List<QueryRequest> queries) {
        for (QueryRequest query : queries) {
            List<String> shown = query.labels().isEmpty() ? List.of(query.text()) : query.labels();
            shown.forEach(text -> matches.put(text, new ArrayList<>()));
        }
    }

    void count(EventRecord event) {
        JsonNode data = event.data();
        empty = false;
        if (LiveStreams.concerns(data)) {
            live.count(event);
        }
        switch (event.topic()) {
            case "video.scene-changes.v1" ->
                    changes.merge(data.path("kind").asText(), 1, Integer::sum);
            case "video.query-matches.v1" -> countMatch(data);
            case "video.stream-status.v1" -> countStatus(data);
            case "video.errors.v1" -> countError(data);
            default -> {
                // The others are not in the table.
            }
        }
    }

    private void countMatch(JsonNode data) {
        if (data.path("phase").asText().equals("close")) {
            matches.computeIfAbsent(EventText.shown(data), text -> new ArrayList<>())
                    .add(
                            String.format(
                                    "%s %s to %s",
                                    data.path("streamId").asText(),
                                    Times.media(data.path("start").path("mediaMs").asLong()),
                                    Times.media(data.path("end").path("mediaMs").asLong())));
        }
    }

    private void countStatus(JsonNode data) {
        if (data.path("state").asText().equals("ended")) {
            complete++;
            samples += data.path("samples").asLong();
        }
    }

    private void countError(JsonNode data) {
        if (data.path("category").asText().equals("model")) {
            samplesWithoutVector += data.has("worker") ? 0 : 1;
        } else if (data.has("streamId") && !LiveStreams.concerns(data)) {
            failed++;
            errors.add(data.get("streamId").asText() + ": " + data.path("message").asText());
        }
    }

    /** Whether there was no event at all. */
    boolean isEmpty() {
        return empty;
    }

    /** Whether not a single file could be read, and no live stream was ever there. */
    boolean nothingRead() {
        return complete == 0 && !live.seen();
    }

    void print(PrintStream out) {
        out.println();
        if (live.isEmpty() || complete + failed > 0) {
            row(
                    out,
                    "files",
                    (complete + failed) + " = " + complete + " complete + " + failed + " failed");
            row(out, "samples", String.valueOf(samples));
        }
        live.print(out);
        if (samplesWithoutVector > 0) {
            row(out, "samples without a vector", String.valueOf(samplesWithoutVector));
        }
        int all = changes.values().stream().mapToInt(Integer::intValue).sum();
        row(out, "scene changes", all + (all == 0 ? "" : " " + changes));
        matches.forEach(
                (text, found) ->
                        row(
                                out,
                                "\"" + text + "\"",
                                found.isEmpty()
                                        ? "no match"
                                        : found.size() + ": " + String.join("; ", found)));
        errors.forEach(error -> row(out, "failed", error));
    }

    /** Prints a line of the table. */
    static void row(PrintStream out, String name, String value) {
        out.printf("  %-42s %s%n", name, value);
    }
}
