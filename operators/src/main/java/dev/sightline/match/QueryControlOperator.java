// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelException;
import dev.sightline.clip.ModelFailure;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.MatchFeedback;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Arms queries as they come, once for all tasks, and says what became of each: first of those that
 * stood when the job was submitted, and of those that a savepoint knows and that stand no more.
 *
 * <p>An operator of its own, since it has something to say before anything comes. No source could
 * say it: one that has ended does not run again in a job that goes on from a savepoint.
 */
public final class QueryControlOperator extends AbstractStreamOperator<QueryUpdate>
        implements OneInputStreamOperator<QueryCommand, QueryUpdate>, BoundedOneInput {

    /** What became of queries. */
    public static final OutputTag<QueryStatus> STATUS =
            new OutputTag<>("query-status", TypeInformation.of(QueryStatus.class));

    /** Control records that could not be understood. */
    public static final OutputTag<ErrorEvent> ERRORS =
            new OutputTag<>("query-errors", TypeInformation.of(ErrorEvent.class));

    private static final long serialVersionUID = 1L;

    private static final ListStateDescriptor<AnsweredQuery> ANSWERED =
            new ListStateDescriptor<>("answered", TypeInformation.of(AnsweredQuery.class));

    private static final ListStateDescriptor<Long> SUBMISSION =
            new ListStateDescriptor<>("submission", Types.LONG);

    private final ArmingSettings settings;
    private final InitialQueries initial;
    private final QueryEvents events;
    private transient SharedModels.Lease<QueryArming> lease;
    private transient ListState<AnsweredQuery> answeredState;
    private transient ListState<Long> submissionState;
    private transient Map<String, AnsweredQuery> answered;
    private transient boolean initialAnswered;

    public QueryControlOperator(
            ArmingSettings settings, InitialQueries initial, QueryEvents events) {
        this.settings = settings;
        this.initial = initial;
        this.events = events;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        answeredState = context.getOperatorStateStore().getListState(ANSWERED);
        submissionState = context.getOperatorStateStore().getListState(SUBMISSION);
        answered = new TreeMap<>();
        answeredState.get().forEach(query -> answered.put(query.queryId(), query));
        for (long submission : submissionState.get()) {
            initialAnswered |= submission == initial.submission();
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        getProcessingTimeService()
                .registerTimer(
                        getProcessingTimeService().getCurrentProcessingTime(),
                        time -> answerInitial());
    }

    private void answerInitial() {
        if (initialAnswered) {
            return;
        }
        initialAnswered = true;
        Map<String, AnsweredQuery> before = new TreeMap<>(answered);
        answered.clear();
        // What is said of a match may stand before its query: compaction keeps the latest record.
        initial.commands().stream()
                .filter(command -> !command.isFeedback())
                .forEach(command -> answerAgain(command, before.get(command.queryId())));
        initial.commands().stream().filter(QueryCommand::isFeedback).forEach(this::answer);
        for (AnsweredQuery query : before.values()) {
            if (!answered.containsKey(query.queryId())) {
                remove(query.queryId(), query.sequence());
            }
        }
    }

    private void answerAgain(QueryCommand command, AnsweredQuery known) {
        if (known != null && known.stands(command)) {
            // The topic holds a later record of the key, which did not take its place.
            follow(known.inForce(), known.sequence());
        } else {
            answer(command);
        }
    }

    @Override
    public void processElement(StreamRecord<QueryCommand> element) {
        answerInitial();
        QueryCommand command = element.getValue();
        AnsweredQuery known = answered.get(command.queryId());
        if (known == null || known.sequence() < command.sequence()) {
            answer(command);
        }
    }

    private void answer(QueryCommand command) {
        try {
            if (command.isFeedback()) {
                tell(command.feedback(), command);
            } else if (command.removes()) {
                if (answered.remove(command.queryId()) != null) {
                    remove(command.queryId(), command.sequence());
                }
            } else {
                follow(command.read(), command.sequence());
            }
        } catch (MalformedRequest e) {
            ErrorEvent error =
                    events.malformed(command.queryId(), command.sequence(), e.getMessage());
            output.collect(ERRORS, new StreamRecord<>(error));
        }
    }

    private void follow(QueryRequest request, long sequence) {
        AnsweredQuery known = answered.get(request.id());
        QueryRequest inForce = known == null ? null : known.inForce();
        if (known != null && known.outranks(request)) {
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
        ArmedQuery armed = arming().arm(request, sequence);
        ArmedQuery.ColdThreshold threshold = armed.threshold();
        tell(
                new AnsweredQuery(request.id(), sequence, request),
                events.accepted(
                        request,
                        sequence,
                        threshold == null ? null : threshold.cosine(),
                        threshold == null ? null : threshold.falseAlarmsPerDay()));
        update(new QueryUpdate(request.id(), armed, sequence, initial.submission()));
    }

    private void refuse(QueryRequest request, long sequence, QueryRequest inForce, String reason) {
        tell(
                new AnsweredQuery(request.id(), sequence, inForce),
                events.refused(request, sequence, reason));
    }

    private void remove(String id, long sequence) {
        output.collect(STATUS, new StreamRecord<>(events.removed(id, sequence)));
        update(new QueryUpdate(id, null, sequence, initial.submission()));
    }

    private void tell(AnsweredQuery answer, QueryStatus status) {
        answered.put(answer.queryId(), answer);
        output.collect(STATUS, new StreamRecord<>(status));
    }

    private void tell(MatchFeedback feedback, QueryCommand command)
            throws MalformedRequest.Unsupported {
        AnsweredQuery query = answered.get(feedback.queryId());
        FeedbackUpdate told = new FeedbackUpdate(feedback, command.removes());
        told.checkAgainst(query == null ? null : query.inForce());
        update(
                new QueryUpdate(
                        feedback.queryId(), null, told, command.sequence(), initial.submission()));
    }

    private void update(QueryUpdate update) {
        output.collect(new StreamRecord<>(update));
    }

    /** A job without queries needs no text tower. */
    private QueryArming arming() {
        if (lease == null) {
            lease = ModelFailure.endsTheJob(() -> QueryArming.acquire(settings));
        }
        return lease.model();
    }

    @Override
    public void endInput() {
        answerInitial();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        answeredState.update(new ArrayList<>(answered.values()));
        submissionState.update(initialAnswered ? List.of(initial.submission()) : List.of());
    }

    @Override
    public void close() throws Exception {
        if (lease != null) {
            lease.close();
        }
        super.close();
    }
}
