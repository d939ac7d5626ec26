// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A standing query, as a user gives it.
 *
 * @param id key of its record
 * @param text what to look for
 * @param streams ids or globs of the streams it is for; empty for all
 * @param alarmBudgetPerDay false alarms a day that are bearable, on each stream; greater than 0
 * @param threshold raw score to use instead of a calibrated one, or null
 * @param minDurationMs how long it must match before it opens
 * @param cooldownMs how long after a match no new one opens
 * @param version number that the user gave this definition, told in its events; which definition is
 *     in force is decided by the order of the records alone
 */
public record QueryRequest(
        String id,
        String text,
        List<String> streams,
        double alarmBudgetPerDay,
        Double threshold,
        long minDurationMs,
        long cooldownMs,
        long version)
        implements Serializable {

    private static final double DEFAULT_BUDGET = 1;
    private static final long DEFAULT_MIN_DURATION_MS = 2000;
    private static final long DEFAULT_COOLDOWN_MS = 10_000;
    private static final int LONGEST_TEXT = 1000;

    /** Takes the lists as they are. */
    public QueryRequest {
        streams = List.copyOf(streams);
    }

    /** A query with the defaults of the contract. */
    public static QueryRequest ofText(String id, String text, double alarmBudgetPerDay) {
        return new QueryRequest(
                id,
                text,
                List.of(),
                alarmBudgetPerDay,
                null,
                DEFAULT_MIN_DURATION_MS,
                DEFAULT_COOLDOWN_MS,
                1);
    }

    /**
     * Reads the value of a record of {@code video.queries.v1}.
     *
     * @throws MalformedRequest.Unsupported if it is well formed but asks for what this version
     *     cannot do
     * @throws MalformedRequest if it is no such query, saying what is wrong and where
     */
    public static QueryRequest parse(String id, byte[] json) throws MalformedRequest {
        refuseIf(id.isBlank(), "the record has no key: a query is known by its id");
        QueryFields fields = QueryFields.parse(json);
        QueryRequest query =
                new QueryRequest(
                        id,
                        orElse(fields.text(), ""),
                        fields.streams(),
                        orElse(fields.alarmBudgetPerDay(), DEFAULT_BUDGET),
                        fields.threshold(),
                        orElse(fields.minDurationMs(), DEFAULT_MIN_DURATION_MS),
                        orElse(fields.cooldownMs(), DEFAULT_COOLDOWN_MS),
                        orElse(fields.version(), 1L));
        query.checkRanges();
        Optional<String> unsupported = fields.unsupported();
        if (fields.text() != null || unsupported.isEmpty()) {
            query.checkText();
        }
        if (unsupported.isPresent()) {
            throw new MalformedRequest.Unsupported(unsupported.get());
        }
        return query;
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    /**
     * Checks the values.
     *
     * @throws MalformedRequest naming the first one that is out of range
     */
    public void check() throws MalformedRequest {
        checkRanges();
        checkText();
    }

    private void checkText() throws MalformedRequest {
        refuseIf(text.isBlank(), "'text' is empty: say in a few words what to look for");
        refuseIf(text.length() > LONGEST_TEXT, "'text' is longer than " + LONGEST_TEXT);
    }

    private void checkRanges() throws MalformedRequest {
        refuseIf(
                !(alarmBudgetPerDay > 0) || Double.isInfinite(alarmBudgetPerDay),
                "'alarmBudgetPerDay' must be greater than 0: " + alarmBudgetPerDay);
        refuseIf(
                threshold != null && !(threshold >= -1 && threshold <= 1),
                "'threshold' is a cosine, -1 to 1: " + threshold);
        refuseIf(minDurationMs < 0, "'minDurationMs' is negative: " + minDurationMs);
        refuseIf(cooldownMs < 0, "'cooldownMs' is negative: " + cooldownMs);
    }

    private static void refuseIf(boolean wrong, String message) throws MalformedRequest {
        if (wrong) {
            throw new MalformedRequest(message);
        }
    }
}
