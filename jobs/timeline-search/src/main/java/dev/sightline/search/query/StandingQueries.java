// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.search.query.StandingQuery.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The queries that the job watches for, as its topics have them. Follows {@code video.queries.v1}
 * and {@code video.query-status.v1} in a thread of its own, and writes the first. Thread-safe.
 */
public final class StandingQueries implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ControlFollower follower;
    private final ControlWriter writer;

    private StandingQueries(Map<String, Object> kafkaProperties) {
        follower = new ControlFollower(kafkaProperties);
        writer = new ControlWriter(kafkaProperties);
    }

    /**
     * Begins to read.
     *
     * @param kafkaProperties of the client, {@code bootstrap.servers} among them
     */
    public static StandingQueries start(Map<String, Object> kafkaProperties) {
        StandingQueries queries = new StandingQueries(kafkaProperties);
        queries.follower.start();
        return queries;
    }

    /** What keeps them from being read, for a person; null if all is well. */
    public String problem() {
        return follower.problem();
    }

    /**
     * All that are known by now, by id; while the topics cannot be read, those that were known
     * before.
     *
     * @throws QueriesUnavailable if the topics have not been read yet
     */
    public List<StandingQuery> list() {
        return follower.records().orElseThrow(this::unknown).list();
    }

    /**
     * Adds a query, or replaces the one of this id. The job's answer comes later, with {@link
     * #list}.
     *
     * @param definition as the topic has it; its version is set to the next one
     * @return the query, unanswered
     * @throws MalformedRequest saying what is wrong in it and in which field
     * @throws QueryTooLarge if it is larger than the topic takes
     * @throws QueriesUnavailable if the topic cannot be read or written
     */
    public synchronized StandingQuery put(String id, JsonNode definition) throws MalformedRequest {
        if (!(definition instanceof ObjectNode object)) {
            throw new MalformedRequest("not a JSON object, such as {\"text\": \"a van\"}");
        }
        QueryRequest.parse(id, bytes(object.deepCopy().put("version", 1)));
        ControlRecords records = awaitRecords();
        long before = records.query(id).map(StandingQuery::version).orElse(0L);
        QueryRequest next =
                QueryRequest.parse(id, bytes(object.deepCopy().put("version", before + 1)));
        Map<String, byte[]> written = new LinkedHashMap<>();
        written.put(id, next.toJson());
        writer.write(written, records);
        return records.query(id).orElseThrow(StandingQueries::madeAnew);
    }

    private static byte[] bytes(ObjectNode object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes a query back, and what users called wrong of its matches: one that is added later under
     * its id is another one.
     *
     * @throws NoSuchElementException if there is none of this id, or only in the job's settings
     * @throws QueriesUnavailable if the topic cannot be read or written
     */
    public synchronized void remove(String id) {
        ControlRecords records = awaitRecords();
        State state = records.query(id).map(StandingQuery::state).orElse(State.REMOVED);
        if (state == State.REMOVED) {
            throw new NoSuchElementException("there is no query '" + id + "'");
        }
        if (state == State.OF_SETTINGS) {
            throw new NoSuchElementException(
                    "the query '" + id + "' is of the job's settings; take it out of these");
        }
        Map<String, byte[]> written = new LinkedHashMap<>();
        records.wrongMatches(id).forEach(key -> written.put(key, null));
        written.put(id, null);
        writer.write(written, records);
    }

    private QueriesUnavailable unknown() {
        return new QueriesUnavailable(
                "the standing queries are not known: " + follower.problem(), null);
    }

    /** Its offsets begin anew, too, so that what was written seems older than what was known. */
    private static QueriesUnavailable madeAnew() {
        return new QueriesUnavailable(
                "the topic of standing queries was made anew while it was written; try again",
                null);
    }

    private ControlRecords awaitRecords() {
        try {
            return follower.awaitCaughtUp(PATIENCE).orElseThrow(this::unknown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueriesUnavailable("interrupted while the queries were read", e);
        }
    }

    @Override
    public void close() {
        follower.close();
        writer.close();
    }
}
