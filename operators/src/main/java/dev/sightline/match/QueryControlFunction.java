// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelException;
import dev.sightline.clip.ModelFailure;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStatus;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Arms queries as they come, once for all tasks, and says what became of each. */
public final class QueryControlFunction extends ProcessFunction<QueryCommand, QueryUpdate> {

    /** What became of queries. */
    public static final OutputTag<QueryStatus> STATUS =
            new OutputTag<>("query-status", TypeInformation.of(QueryStatus.class));

    /** Control records that could not be understood. */
    public static final OutputTag<ErrorEvent> ERRORS =
            new OutputTag<>("query-errors", TypeInformation.of(ErrorEvent.class));

    private static final long serialVersionUID = 1L;

    private final ArmingSettings settings;
    private final QueryEvents events;
    private transient QueryArmings.Lease arming;

    public QueryControlFunction(ArmingSettings settings, QueryEvents events) {
        this.settings = settings;
        this.events = events;
    }

    @Override
    public void processElement(QueryCommand command, Context context, Collector<QueryUpdate> out) {
        if (command.isNothing()) {
            return;
        }
        String id = command.queryId();
        long sequence = command.sequence();
        if (command.removes()) {
            context.output(STATUS, events.removed(id, sequence));
            out.collect(new QueryUpdate(id, null, sequence));
            return;
        }
        try {
            QueryRequest request = command.read();
            ArmedQuery armed = arming().arm(request, sequence);
            context.output(
                    STATUS,
                    events.accepted(
                            request,
                            sequence,
                            armed.thresholds().enter(),
                            armed.expectedFalseAlarmsPerDay()));
            out.collect(new QueryUpdate(id, armed, sequence));
        } catch (MalformedRequest.Unsupported | ModelException.NoVector e) {
            context.output(STATUS, events.refused(id, sequence, e.getMessage()));
        } catch (MalformedRequest e) {
            context.output(ERRORS, events.malformed(id, sequence, e.getMessage()));
        }
    }

    /** A job without queries needs no text tower. */
    private QueryArmings.Lease arming() {
        if (arming == null) {
            arming = ModelFailure.endsTheJob(() -> QueryArmings.ofProcess().acquire(settings));
        }
        return arming;
    }

    @Override
    public void close() {
        if (arming != null) {
            arming.close();
        }
    }
}
