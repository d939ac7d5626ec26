// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryRequest;
import dev.sightline.search.query.StandingQuery.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The last record of each key of the two topics of standing queries. Thread-safe. */
final class ControlRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Entry> definitions = new TreeMap<>();
    private final Map<String, JsonNode> statuses = new HashMap<>();

    /** A record without a value stays: it tells what came before it from what came later. */
    private record Entry(byte[] value, long offset) {}

    /**
     * Takes a record of the control topic; one that is older than what is known does not count.
     *
     * @param value null takes back what the key names
     */
    synchronized void define(String key, byte[] value, long offset) {
        Entry known = definitions.get(key);
        if (known == null || known.offset < offset) {
            definitions.put(key, new Entry(value, offset));
        }
    }

    /** Takes what the job said of a query; what is no JSON is none of its words. */
    synchronized void answer(String queryId, byte[] value) {
        try {
            if (value == null) {
                statuses.remove(queryId);
            } else {
                statuses.put(queryId, JSON.readTree(value));
            }
        } catch (IOException e) {
            statuses.remove(queryId);
        }
    }

    /** All queries, by id. */
    synchronized List<StandingQuery> list() {
        TreeSet<String> ids = new TreeSet<>(statuses.keySet());
        ids.addAll(definitions.keySet());
        return ids.stream()
                .filter(id -> !MatchFeedback.isKey(id))
                .flatMap(id -> query(id).stream())
                .toList();
    }

    /** One of them. */
    synchronized Optional<StandingQuery> query(String id) {
        JsonNode said = statuses.getOrDefault(id, JSON.createObjectNode());
        Entry entry = definitions.get(id);
        if (entry != null && entry.value != null) {
            return Optional.of(standing(id, entry.value, said));
        }
        return said.isEmpty() || isRemoved(said)
                ? Optional.empty()
                : Optional.of(undefined(id, said, entry != null));
    }

    /** What the job watches for, or did: taken back here, or else never defined in the topic. */
    private static StandingQuery undefined(String id, JsonNode said, boolean takenBack) {
        return new StandingQuery(
                id,
                null,
                said.path("text").textValue(),
                said.path("version").asLong(),
                takenBack ? State.REMOVED : State.OF_SETTINGS,
                takenBack ? null : number(said, "threshold"),
                takenBack ? null : number(said, "expectedFalseAlarmsPerDay"),
                null);
    }

    private static boolean isRemoved(JsonNode said) {
        return said.path("state").asText().equals("removed");
    }

    private static StandingQuery standing(String id, byte[] value, JsonNode said) {
        try {
            QueryRequest request = QueryRequest.parse(id, value);
            boolean answered = isAbout(request, said);
            return new StandingQuery(
                    id,
                    json(value),
                    request.text(),
                    request.version(),
                    answered ? state(said) : State.UNANSWERED,
                    answered ? number(said, "threshold") : null,
                    answered ? number(said, "expectedFalseAlarmsPerDay") : null,
                    answered ? said.path("reason").textValue() : null);
        } catch (MalformedRequest e) {
            return new StandingQuery(
                    id, json(value), null, 0, State.REFUSED, null, null, e.getMessage());
        }
    }

    /** The last word may be about an earlier version, or from before the query was added again. */
    private static boolean isAbout(QueryRequest request, JsonNode said) {
        return said.path("version").asLong(-1) == request.version() && !isRemoved(said);
    }

    private static State state(JsonNode said) {
        return said.path("state").asText().equals("accepted") ? State.ACCEPTED : State.REFUSED;
    }

    private static Double number(JsonNode said, String field) {
        return said.path(field).isNumber() ? said.path(field).doubleValue() : null;
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }

    /** Keys of records by which users called matches of a query wrong. */
    synchronized Stream<String> wrongMatches(String queryId) {
        return List.copyOf(definitions.entrySet()).stream()
                .filter(each -> each.getValue().value != null)
                .map(Map.Entry::getKey)
                .filter(key -> MatchFeedback.isKeyOf(queryId, key));
    }
}
