// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelException;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides what becomes of control records: which query is followed, and what is said of it. Of one
 * id the last record decides, unless its version is lower than the one in force, or it cannot be
 * served: then what is in force stays.
 */
final class QueryControl {

    /** Where what was decided goes. */
    interface Output {

        /** What the tasks have to know. */
        void update(QueryUpdate update);

        /** What became of a query. */
        void status(QueryStatus status);

        /** A record that could not be understood. */
        void error(ErrorEvent error);
    }

    /** Makes queries ready to match. */
    @FunctionalInterface
    interface Arming {

        /** As {@link QueryArming#arm}. */
        ArmedQuery arm(QueryRequest request, long sequence) throws MalformedRequest.Unsupported;
    }

    private final InitialQueries initial;
    private final AnsweredQueries answered;
    private final QueryEvents events;
    private final Arming arming;
    private final Output output;
    private final Map<QueryRequest, ArmedQuery> ready = new HashMap<>();
    private final Map<QueryRequest, String> refused = new HashMap<>();
    private final Map<String, QueryUpdate> decided = new LinkedHashMap<>();

    /**
     * @param initial the queries that stand when the job is submitted
     * @param answered what was answered before; is kept up to date
     */
    QueryControl(
            InitialQueries initial,
            AnsweredQueries answered,
            QueryEvents events,
            Arming arming,
            Output output) {
        this.initial = initial;
        this.answered = answered;
        this.events = events;
        this.arming = arming;
        this.output = output;
    }

    /**
     * Answers the queries of the submission, and says which of those before stand no more.
     *
     * @param armed what is known of them already
     */
    void begin(ArmedAtStart armed) {
        armed.queries().forEach(query -> ready.put(query.request(), query));
        refused.putAll(armed.refused());
        Map<String, AnsweredQuery> before = answered.startAgain();
        // What is said of a match may stand before its query: compaction keeps the latest record.
        initial.commands().stream()
                .filter(command -> !command.isFeedback())
                .forEach(command -> answerAgain(command, before.get(command.queryId())));
        initial.ids().stream().filter(id -> answered.inForce(id) == null).forEach(this::disarm);
        tellTasks();
        initial.commands().stream().filter(QueryCommand::isFeedback).forEach(this::answer);
        for (AnsweredQuery query : before.values()) {
            if (!answered.stands(query.queryId())) {
                remove(query.queryId(), query.sequence());
            }
        }
        tellTasks();
        ready.clear();
        refused.clear();
    }

    /**
     * Tasks are told of each query once, when all its records are answered: to be told of one and
     * then of another would end a match and begin it anew.
     */
    private void tellTasks() {
        decided.values().forEach(output::update);
        decided.clear();
    }

    private void decide(QueryUpdate update) {
        decided.put(update.queryId(), update);
    }

    private void answerAgain(QueryCommand command, AnsweredQuery known) {
        boolean answeredBefore = known != null && known.stands(command);
        if (answeredBefore || known != null && known.standsBefore(command)) {
            // The topic holds the latest record of the key alone, which may not take its place.
            follow(known.inForce(), known.sequence());
        }
        if (!answeredBefore) {
            answer(command);
        }
    }

    /** A picture that could not be fetched here may have been fetched by the process of a task. */
    private void disarm(String queryId) {
        decided.putIfAbsent(queryId, QueryUpdate.unarmed(queryId, initial.submission()));
    }

    /** Takes the next record; one that was answered, or overruled, is none. */
    void take(QueryCommand command) {
        if (answered.isNews(command)) {
            answer(command);
            tellTasks();
        }
    }

    private void answer(QueryCommand command) {
        try {
            if (command.isFeedback()) {
                tell(command.feedback(), command);
            } else if (command.removes()) {
                QueryRequest.checkId(command.queryId());
                if (answered.remove(command.queryId(), command.sequence())) {
                    remove(command.queryId(), command.sequence());
                }
            } else {
                follow(command.read(), command.sequence());
            }
        } catch (MalformedRequest e) {
            output.error(events.malformed(command.queryId(), command.sequence(), e.getMessage()));
        }
    }

    private void follow(QueryRequest request, long sequence) {
        QueryRequest inForce = answered.inForce(request.id());
        if (request.isOutranked(inForce)) {
            refuse(request, sequence, inForce, "version " + inForce.version() + " is in force");
            return;
        }
        try {
            arm(request, sequence);
        } catch (MalformedRequest.Unsupported | ModelException.NoVector e) {
            refuse(request, sequence, inForce, e.getMessage());
        }
    }

    private void arm(QueryRequest request, long sequence) throws MalformedRequest.Unsupported {
        String reason = refused.get(request);
        if (reason != null) {
            throw new MalformedRequest.Unsupported(reason);
        }
        ArmedQuery known = ready.get(request);
        ArmedQuery armed = known == null ? arming.arm(request, sequence) : known.at(sequence);
        ArmedQuery.ColdThreshold threshold = armed.threshold();
        answered.stand(new AnsweredQuery(request.id(), sequence, request));
        output.status(
                events.accepted(
                        request,
                        sequence,
                        threshold == null ? null : threshold.cosine(),
                        threshold == null ? null : threshold.falseAlarmsPerDay()));
        decide(new QueryUpdate(request.id(), armed, sequence, initial.submission()));
    }

    private void refuse(QueryRequest request, long sequence, QueryRequest inForce, String reason) {
        answered.stand(new AnsweredQuery(request.id(), sequence, inForce));
        output.status(events.refused(request, sequence, reason));
    }

    private void remove(String id, long sequence) {
        output.status(events.removed(id, sequence));
        decide(new QueryUpdate(id, null, sequence, initial.submission()));
    }

    private void tell(MatchFeedback feedback, QueryCommand command)
            throws MalformedRequest.Unsupported {
        FeedbackUpdate told = new FeedbackUpdate(feedback, command.removes());
        told.checkAgainst(answered.inForce(feedback.queryId()));
        output.update(
                new QueryUpdate(
                        feedback.queryId(), null, told, command.sequence(), initial.submission()));
    }
}
