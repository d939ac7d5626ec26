// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import java.io.Serializable;
import java.time.Clock;

/**
 * Builds events about standing queries. Their ids count by the place of the control record they
 * answer, so that a replay gives the same ones.
 *
 * @param model the model that the job runs
 * @param producer the job
 * @param clock gives the emit time
 */
public record QueryEvents(ModelBlock model, ProducerBlock producer, Clock clock)
        implements Serializable {

    private static final String SOURCE = "urn:sightline:queries";

    /**
     * A query was armed.
     *
     * @param sequence number of the control record; grows for each query
     * @param threshold cosine of a usual picture that opening asks for on average, or null for
     *     labels
     * @param falseAlarmsPerDay expected at that threshold, or null for labels
     */
    public QueryStatus accepted(
            QueryRequest query, long sequence, Double threshold, Double falseAlarmsPerDay) {
        return new QueryStatus(
                header(query.id(), sequence, "accepted"),
                query.id(),
                query.version(),
                "accepted",
                query.text(),
                threshold,
                falseAlarmsPerDay,
                null,
                model,
                producer);
    }

    /** A query is well formed but cannot be served. */
    public QueryStatus refused(QueryRequest query, long sequence, String reason) {
        return new QueryStatus(
                header(query.id(), sequence, "refused"),
                query.id(),
                query.version(),
                "refused",
                query.text(),
                null,
                null,
                Redaction.redact(reason),
                model,
                producer);
    }

    /** A query was taken back. */
    public QueryStatus removed(String queryId, long sequence) {
        return new QueryStatus(
                header(queryId, sequence, "removed"),
                queryId,
                0,
                "removed",
                null,
                null,
                null,
                null,
                model,
                producer);
    }

    /** A control record could not be understood; nothing was changed. */
    public ErrorEvent malformed(String queryId, long sequence, String reason) {
        // A key may be as long as a record, which the event about it must not be.
        String named = QueryCheck.abbreviated(queryId);
        return new ErrorEvent(
                header(named, EventId.ofQuery(queryId, "malformed", sequence, model.digest())),
                null,
                null,
                named,
                null,
                null,
                producer,
                "query",
                Redaction.redact(reason),
                null,
                null,
                1,
                false);
    }

    private EventHeader header(String queryId, long sequence, String state) {
        return header(queryId, EventId.ofQuery(queryId, state, sequence, model.digest()));
    }

    private EventHeader header(String queryId, String id) {
        return new EventHeader(id, clock.instant(), SOURCE, queryId);
    }
}
