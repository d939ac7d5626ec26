// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelFailure;
import dev.sightline.clip.SharedModels;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStatus;
import java.util.List;
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
            new ListStateDescriptor<>("answered", AnsweredQuerySerializer.TYPE);

    private static final ListStateDescriptor<Long> SUBMISSION =
            new ListStateDescriptor<>("submission", Types.LONG);

    private final ArmingSettings settings;
    private final InitialQueries initial;
    private final QueryEvents events;
    private transient SharedModels.Lease<QueryArming> lease;
    private transient ListState<AnsweredQuery> answeredState;
    private transient ListState<Long> submissionState;
    private transient AnsweredQueries answered;
    private transient QueryControl control;
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
        answered = new AnsweredQueries(answeredState.get());
        for (long submission : submissionState.get()) {
            initialAnswered |= submission == initial.submission();
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        control = new QueryControl(initial, answered, events, this::arm, new Told());
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
        try (SharedModels.Lease<ArmedAtStart> armed =
                ModelFailure.endsTheJob(() -> initial.acquire(settings))) {
            control.begin(armed.model());
        }
    }

    @Override
    public void processElement(StreamRecord<QueryCommand> element) {
        answerInitial();
        control.take(element.getValue());
    }

    /** A job without queries needs no text tower. */
    private ArmedQuery arm(QueryRequest request, long sequence)
            throws MalformedRequest.Unsupported {
        if (lease == null) {
            lease = ModelFailure.endsTheJob(() -> QueryArming.acquire(settings));
        }
        return lease.model().arm(request, sequence);
    }

    private final class Told implements QueryControl.Output {

        @Override
        public void update(QueryUpdate update) {
            output.collect(new StreamRecord<>(update));
        }

        @Override
        public void status(QueryStatus status) {
            output.collect(STATUS, new StreamRecord<>(status));
        }

        @Override
        public void error(ErrorEvent error) {
            output.collect(ERRORS, new StreamRecord<>(error));
        }
    }

    @Override
    public void endInput() {
        answerInitial();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        answeredState.update(answered.all());
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
