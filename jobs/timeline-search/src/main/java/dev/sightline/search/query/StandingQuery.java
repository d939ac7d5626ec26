// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * A query that the job watches for, with what the job last said of it.
 *
 * @param id key of its record
 * @param definition as the topic has it, which may be what nobody understands; null once removed,
 *     where it is no JSON, and of the job's settings
 * @param text what it looks for, in one line, or null where it is not understood
 * @param version number of the definition; 0 where it is not understood
 * @param state what became of it
 * @param threshold what opening a match asks for, as the cosine of a usual picture; null unless
 *     accepted, and for labels
 * @param falseAlarmsPerDay expected at that on one stream; null likewise
 * @param reason why it was refused, or null
 */
public record StandingQuery(
        String id,
        JsonNode definition,
        String text,
        long version,
        State state,
        Double threshold,
        Double falseAlarmsPerDay,
        String reason) {

    /** What became of a query. */
    public enum State {
        /** The job watches for it. */
        ACCEPTED,
        /** It cannot be understood, or cannot be served. */
        REFUSED,
        /** The job has not said anything of this definition yet. */
        UNANSWERED,
        /** The job watches for it since its settings name it, so that no topic defines it. */
        OF_SETTINGS,
        /** It was taken back, which the job has not said yet. */
        REMOVED
    }

    /** Refuses an absent id or state. */
    public StandingQuery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(state, "state");
    }
}
