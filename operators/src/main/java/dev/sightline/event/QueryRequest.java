// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * A standing query, as a user gives it.
 *
 * @param id key of its record
 * @param steps what to look for: one thing, or several for a sequence; none with labels
 * @param labels texts of which one always holds, each a class to tell from the others; empty with
 *     steps
 * @param streams ids or globs of the streams it is for; empty for all
 * @param alarmBudgetPerDay false alarms a day that are bearable; greater than 0
 * @param budgetScope whether that is on each stream, or shared evenly by those that it names
 * @param threshold raw score to use instead of a calibrated one, or null
 * @param minDurationMs how long it must match before it opens
 * @param cooldownMs how long after a match no new one opens
 * @param version number of this definition; among those of one id, a lower one never replaces a
 *     higher one, and the later of equal ones stands
 */
public record QueryRequest(
        String id,
        List<QueryStep> steps,
        List<String> labels,
        List<String> streams,
        double alarmBudgetPerDay,
        BudgetScope budgetScope,
        Double threshold,
        long minDurationMs,
        long cooldownMs,
        long version)
        implements Serializable {

    static final double DEFAULT_BUDGET = 1;

    /** How long a query must match before a match opens, if it does not say. */
    public static final long DEFAULT_MIN_DURATION_MS = 2000;

    /** How long after a match no new one opens, if the query does not say. */
    public static final long DEFAULT_COOLDOWN_MS = 10_000;

    /** Takes the lists as they are. */
    public QueryRequest {
        steps = List.copyOf(steps);
        labels = List.copyOf(labels);
        streams = List.copyOf(streams);
    }

    /** A query for a text alone, on each stream with a budget of its own. */
    public QueryRequest(
            String id,
            String text,
            List<String> streams,
            double alarmBudgetPerDay,
            Double threshold,
            long minDurationMs,
            long cooldownMs,
            long version) {
        this(
                id,
                List.of(QueryStep.ofText(text)),
                List.of(),
                streams,
                alarmBudgetPerDay,
                BudgetScope.STREAM,
                threshold,
                minDurationMs,
                cooldownMs,
                version);
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
     * @throws MalformedRequest if it is no such query, saying what is wrong and in which field
     */
    public static QueryRequest parse(String id, byte[] json) throws MalformedRequest {
        QueryCheck.checkId(id);
        QueryRequest query = QueryFields.parse(id, json);
        query.check();
        return query;
    }

    /** The value of a record that {@link #parse} reads as this query. */
    public byte[] toJson() {
        return QueryJson.write(this);
    }

    /**
     * What it looks for, in one line of at most 1,000 characters, for events and people: {@code a
     * dog and snow, not a toy dog}.
     */
    public String text() {
        return QueryDescription.of(this);
    }

    /** Whether its threshold follows from the budget: no label wins, and the user set none. */
    public boolean followsBudget() {
        return labels.isEmpty() && threshold == null;
    }

    /** What of the budget is for each stream; all of it unless it is shared by streams. */
    public double budgetOfStream() {
        return budgetScope == BudgetScope.STREAM
                ? alarmBudgetPerDay
                : alarmBudgetPerDay / Math.max(1, Set.copyOf(streams).size());
    }

    /**
     * What to call it if its user does not: what it looks for, and what tells its pictures from
     * others, at most 1,000 characters.
     */
    public String defaultId() {
        return QueryDescription.withPictures(this);
    }

    /**
     * Whether a definition in force stays although this one came later.
     *
     * @param inForce of the same id, or null for none
     */
    public boolean isOutranked(QueryRequest inForce) {
        return inForce != null && version < inForce.version;
    }

    /**
     * Checks what a query is known by.
     *
     * @throws MalformedRequest if no query can have this id
     */
    public static void checkId(String id) throws MalformedRequest {
        QueryCheck.checkId(id);
    }

    /** Whether a query can have this id. */
    public static boolean isId(String id) {
        try {
            checkId(id);
            return true;
        } catch (MalformedRequest e) {
            return false;
        }
    }

    /**
     * Checks the values.
     *
     * @throws MalformedRequest naming the first one that is out of range, or that makes no sense
     *     beside others
     */
    public void check() throws MalformedRequest {
        QueryCheck.check(this);
    }
}
