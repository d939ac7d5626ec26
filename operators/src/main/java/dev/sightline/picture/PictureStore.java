// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;

/**
 * One task's way to the store of one kind of pictures. A function opens it with itself, saves the
 * pictures of the events it emits, flushes when its state is snapshotted (an event that commits
 * with that checkpoint then has its picture), and closes it.
 */
public final class PictureStore implements AutoCloseable {

    /** Name of the counter: pictures that the store took. */
    public static final String WRITTEN = "pictures.written";

    /** Name of the counter: pictures that the store did not take; their events were emitted. */
    public static final String FAILED = "pictures.failed";

    /** Name of the counter: pictures deleted because they were older than their retention. */
    public static final String DELETED = "pictures.deleted";

    /** How long a store that does not answer may hold up its task, and a checkpoint. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PictureSettings settings;
    private final PictureKind kind;
    private final PictureWriter writer;
    private final SweepSchedule schedule;

    private PictureStore(PictureSettings settings, PictureKind kind, RuntimeContext context) {
        this.settings = settings;
        this.kind = kind;
        MetricGroup metrics = context.getMetricGroup();
        this.writer =
                settings.writes(kind)
                        ? new PictureWriter(
                                PATIENCE, counter(metrics, WRITTEN), counter(metrics, FAILED))
                        : null;
        boolean sweeps = writer != null && !settings.retentionOf(kind).isZero();
        this.schedule = sweeps ? schedule(context, counter(metrics, DELETED)) : null;
    }

    /** Opens the store for a task; it takes nothing if the settings say so. */
    public static PictureStore open(
            PictureSettings settings, PictureKind kind, RuntimeContext context) {
        return new PictureStore(settings, kind, context);
    }

    /** Flink's own counter is for one thread. */
    private static Counter counter(MetricGroup metrics, String name) {
        return metrics.counter(name, new ThreadSafeSimpleCounter());
    }

    private SweepSchedule schedule(RuntimeContext context, Counter deleted) {
        Duration retention = settings.retentionOf(kind);
        PictureSweep sweep =
                new PictureSweep(
                        settings.uri(kind.folder()),
                        retention,
                        context.getTaskInfo().getIndexOfThisSubtask(),
                        context.getTaskInfo().getNumberOfParallelSubtasks(),
                        Clock.systemUTC());
        return SweepSchedule.start(sweep, retention, deleted);
    }

    /**
     * Has a picture written under its event's id; returns before it is.
     *
     * @param streamId the event's stream
     * @param mediaMs where it is in the stream, in milliseconds since the stream's start
     * @param eventId the event's id
     * @param jpeg the picture; not changed afterwards
     * @return its URI, which follows from the arguments alone; null if there is no picture, or none
     *     is wanted
     */
    public String save(String streamId, long mediaMs, String eventId, byte[] jpeg)
            throws InterruptedException {
        if (writer == null || jpeg.length == 0) {
            return null;
        }
        URI uri = settings.uri(PictureName.of(kind, streamId, mediaMs, eventId));
        writer.put(uri, jpeg);
        return uri.toString();
    }

    /** Waits for the pictures in hand, as long as the store answers. */
    public void flush() throws InterruptedException {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.close();
        }
        if (writer != null) {
            writer.close();
        }
    }
}
