// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.video.SourceKind;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often live streams came, and how much of them is missing. */
final class LiveStreams {

    /** What is known of one. */
    private static final class Tally {
        private int online;
        private long missingMs;
    }

    private final Map<String, Tally> streams = new TreeMap<>();

    /** Whether an event is about a live stream. */
    static boolean concerns(JsonNode data) {
        String kind = data.path("source").path("kind").asText().toUpperCase(Locale.ROOT);
        for (SourceKind known : SourceKind.values()) {
            if (known.name().equals(kind)) {
                return known.isLive()
                        || known == SourceKind.HTTP && data.path("asset").isMissingNode();
            }
        }
        return false;
    }

    /** Takes an event about a live stream. */
    void count(EventRecord event) {
        if (event.topic().equals("video.stream-status.v1")) {
            JsonNode data = event.data();
            String id = data.path("streamId").asText();
            Tally tally = streams.computeIfAbsent(id, first -> new Tally());
            // Vectors that are well again are no new connection.
            boolean came = data.path("state").asText().equals("online") && !data.has("embeddings");
            tally.online += came ? 1 : 0;
            tally.missingMs += data.path("gap").path("missingMs").asLong();
        }
    }

    /** Whether nothing was heard of any. */
    boolean isEmpty() {
        return streams.isEmpty();
    }

    /** Whether one was there, if only for a moment. */
    boolean seen() {
        return streams.values().stream().anyMatch(tally -> tally.online > 0);
    }

    /** Prints a line of the table for each. */
    void print(PrintStream out) {
        streams.forEach((id, tally) -> Summary.row(out, "live stream " + id, text(tally)));
    }

    private static String text(Tally tally) {
        String online = tally.online == 1 ? "online once" : "online " + tally.online + " times";
        return tally.missingMs == 0
                ? online
                : online + ", " + Times.media(tally.missingMs) + " missing";
    }
}
