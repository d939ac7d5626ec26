// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelException;
import dev.sightline.clip.ModelFailure;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.MalformedRequest;
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
        List<AnsweredQuery> before = List.copyOf(answered.values());
        answered.clear();
        initial.commands().forEach(this::answer);
        for (AnsweredQuery query : before) {
            if (!answered.containsKey(query.queryId())) {
                remove(query.queryId(), query.sequence());
            }
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
        String id = command.queryId();
        long sequence = command.sequence();
        if (command.removes()) {
            if (answered.remove(id) != null) {
                remove(id, sequence);
            }
            return;
        }
        try {
            arm(command.read(), sequence);
        } catch (MalformedRequest.Unsupported | ModelException.NoVector e) {
            tell(id, sequence, events.refused(id, sequence, e.getMessage()));
        } catch (MalformedRequest e) {
            ErrorEvent error = events.malformed(id, sequence, e.getMessage());
            output.collect(ERRORS, new StreamRecord<>(error));
        }
    }

    private void arm(QueryRequest request, long sequence) {
        ArmedQuery armed = arming().arm(request, sequence);
        ArmedQuery.ColdThreshold threshold = armed.threshold();
        tell(
                request.id(),
                sequence,
                events.accepted(
                        request,
                        sequence,
                        threshold == null ? null : threshold.cosine(),
                        threshold == null ? null : threshold.falseAlarmsPerDay()));
        update(request.id(), armed, sequence);
    }

    private void remove(String id, long sequence) {
        output.collect(STATUS, new StreamRecord<>(events.removed(id, sequence)));
        update(id, null, sequence);
    }

    private void tell(String id, long sequence, QueryStatus status) {
        answered.put(id, new AnsweredQuery(id, sequence));
        output.collect(STATUS, new StreamRecord<>(status));
    }

    private void update(String id, ArmedQuery armed, long sequence) {
        QueryUpdate update = new QueryUpdate(id, armed, sequence, initial.submission());
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
