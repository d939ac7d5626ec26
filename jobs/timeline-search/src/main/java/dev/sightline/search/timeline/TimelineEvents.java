// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredEvents;
import dev.sightline.backtest.StoredSample;
import dev.sightline.event.EventFields;
import dev.sightline.event.MalformedEvent;
import dev.sightline.event.Topic;
import dev.sightline.match.MatchPhase;
import dev.sightline.video.MediaTime;
import java.util.Optional;

/** Reads the values of the topics' records. */
public final class TimelineEvents {

    /** Longest vector that is taken. */
    public static final int LONGEST_VECTOR = 4096;

    private static final int LONGEST_NAME = 4096;

    private TimelineEvents() {}

    /**
     * Reads a record's value.
     *
     * @param topic where it was
     * @param id CloudEvents id of the record
     * @return empty for what is not indexed: other topics, and changes that were suppressed
     * @throws MalformedEvent if a field is missing or wrong; the message says which
     */
    public static Optional<TimelineEvent> read(Topic topic, String id, JsonNode value)
            throws MalformedEvent {
        checkLength(id, "/id");
        checkLength(value.path("streamId").asText(), "/streamId");
        return switch (topic) {
            case EMBEDDINGS -> Optional.of(sample(id, value));
            case SCENE_CHANGES ->
                    EventFields.optional(value, "/suppressed") == null
                            ? Optional.of(change(id, value))
                            : Optional.empty();
            case QUERY_MATCHES -> Optional.of(match(value));
            case STREAM_STATUS -> Optional.of(status(id, value));
            default -> Optional.empty();
        };
    }

    /** Longer ones are no names, and an index cannot look for them. */
    private static void checkLength(String name, String pointer) throws MalformedEvent {
        if (name.length() > LONGEST_NAME) {
            throw EventFields.wrong(pointer, "is longer than " + LONGEST_NAME + " characters");
        }
    }

    private static IndexedSample sample(String id, JsonNode value) throws MalformedEvent {
        StoredSample sample = StoredEvents.sample(value);
        int dimension = sample.vector().length;
        if (dimension == 0 || dimension > LONGEST_VECTOR) {
            throw EventFields.wrong(
                    "/model/dim", "has to be 1 to " + LONGEST_VECTOR + ", not " + dimension);
        }
        return new IndexedSample(id, sample);
    }

    private static SceneEvent change(String id, JsonNode value) throws MalformedEvent {
        return new SceneEvent(
                id,
                EventFields.stream(value),
                EventFields.constant(value, "/kind", StoredChange.Kind.class),
                EventFields.time(value, "/boundary/start"),
                EventFields.time(value, "/boundary/end"),
                EventFields.whole(value, "/uncertaintyMs"),
                number(value, "/confidence"),
                EventFields.whole(value, "/previousScene/startMs"),
                EventFields.optional(value, "/thumbnail"));
    }

    private static MatchEvent match(JsonNode value) throws MalformedEvent {
        String id = EventFields.text(value, "/matchId");
        checkLength(id, "/matchId");
        return new MatchEvent(
                id,
                EventFields.stream(value),
                EventFields.constant(value, "/phase", MatchPhase.Phase.class),
                EventFields.text(value, "/query/id"),
                EventFields.whole(value, "/query/version"),
                EventFields.text(value, "/query/text"),
                EventFields.time(value, "/start"),
                EventFields.time(value, "/peak"),
                EventFields.time(value, "/end"),
                number(value, "/score"),
                number(value, "/scoreRaw"),
                optionalNumber(value, "/threshold"),
                optionalNumber(value, "/expectedFalseAlarmsPerDay"),
                EventFields.optional(value, "/label"),
                EventFields.optional(value, "/closeReason"),
                EventFields.optional(value, "/thumbnail"));
    }

    private static StatusEvent status(String id, JsonNode value) throws MalformedEvent {
        return new StatusEvent(
                id,
                EventFields.stream(value),
                optionalTime(value, "/time"),
                EventFields.text(value, "/state"),
                isThere(value, "/gap") ? missing(value) : null,
                optionalNumber(value, "/shedSeconds"));
    }

    private static StatusEvent.Missing missing(JsonNode value) throws MalformedEvent {
        return new StatusEvent.Missing(
                EventFields.time(value, "/gap/from"),
                optionalTime(value, "/gap/to"),
                EventFields.whole(value, "/gap/missingMs"),
                EventFields.text(value, "/gap/reason"));
    }

    private static MediaTime optionalTime(JsonNode value, String pointer) throws MalformedEvent {
        return isThere(value, pointer) ? EventFields.time(value, pointer) : null;
    }

    private static boolean isThere(JsonNode value, String pointer) {
        JsonNode field = value.at(pointer);
        return !field.isMissingNode() && !field.isNull();
    }

    private static Double optionalNumber(JsonNode value, String pointer) throws MalformedEvent {
        return isThere(value, pointer) ? (Double) number(value, pointer) : null;
    }

    private static double number(JsonNode value, String pointer) throws MalformedEvent {
        JsonNode field = value.at(pointer);
        if (!field.isNumber() || !Double.isFinite(field.doubleValue())) {
            throw EventFields.wrong(pointer, "has to be a number");
        }
        return field.doubleValue();
    }
}
