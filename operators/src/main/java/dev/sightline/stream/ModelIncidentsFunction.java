// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.ModelIncident;
import dev.sightline.clip.ModelIncidents;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.ModelEvents;
import dev.sightline.video.TimelineRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells why the model of this process stopped serving in an earlier attempt of the job: the attempt
 * itself could not, because what it wrote last was taken back. An incident is told with the first
 * record, and again unless a checkpoint has made that last.
 */
public final class ModelIncidentsFunction extends ProcessFunction<TimelineRecord, ErrorEvent>
        implements CheckpointedFunction, CheckpointListener {

    private static final long serialVersionUID = 1L;

    private final ModelEvents events;
    private transient String jobId;
    private transient String worker;
    private transient List<ModelIncident> told;

    /** Those that each checkpoint makes last. */
    private transient TreeMap<Long, List<ModelIncident>> inCheckpoint;

    public ModelIncidentsFunction(ModelEvents events) {
        this.events = events;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        told = new ArrayList<>();
        inCheckpoint = new TreeMap<>();
    }

    @Override
    public void open(OpenContext context) {
        jobId = getRuntimeContext().getJobInfo().getJobId().toString();
        Map<String, String> process = getRuntimeContext().getMetricGroup().getAllVariables();
        worker = process.getOrDefault(ScopeFormat.SCOPE_TASKMANAGER_ID, "local");
    }

    @Override
    public void processElement(TimelineRecord next, Context context, Collector<ErrorEvent> out) {
        for (ModelIncident incident : ModelIncidents.take(jobId)) {
            told.add(incident);
            out.collect(events.stopped(worker, incident.time(), incident.message()));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        inCheckpoint.put(context.getCheckpointId(), told);
        told = new ArrayList<>();
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        inCheckpoint.headMap(checkpointId, true).clear();
    }

    @Override
    public void close() {
        if (told != null) {
            told.forEach(ModelIncidents::add);
            inCheckpoint.values().forEach(some -> some.forEach(ModelIncidents::add));
        }
    }
}
