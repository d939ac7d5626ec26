// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.event.EmbeddingEvent;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.EventFactory;
import dev.sightline.event.StatusEvents;
import dev.sightline.event.StreamStatus;
import dev.sightline.picture.PictureKind;
import dev.sightline.picture.PictureSettings;
import dev.sightline.picture.PictureStore;
import dev.sightline.video.Marker;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Turns markers into status events and errors, and samples into embedding events, with their
 * pictures if they are wanted.
 */
public final class StreamEventsFunction extends ProcessFunction<TimelineRecord, StreamStatus>
        implements CheckpointedFunction {

    /** Streams that could not be read, and samples that have no vector. */
    public static final OutputTag<ErrorEvent> ERRORS =
            new OutputTag<>("stream-errors", TypeInformation.of(ErrorEvent.class));

    /** Vectors of samples. */
    public static final OutputTag<EmbeddingEvent> EMBEDDINGS =
            new OutputTag<>("embeddings", TypeInformation.of(EmbeddingEvent.class));

    private static final long serialVersionUID = 1L;

    private final EventFactory events;
    private final boolean embeddings;
    private final PictureSettings pictures;
    private transient PictureStore store;

    /**
     * @param embeddings whether vectors are wanted
     * @param pictures where samples' pictures go; they go with the vectors
     */
    public StreamEventsFunction(EventFactory events, boolean embeddings, PictureSettings pictures) {
        this.events = events;
        this.embeddings = embeddings;
        this.pictures = pictures;
    }

    @Override
    public void open(OpenContext context) {
        store = PictureStore.open(pictures, PictureKind.SAMPLES, getRuntimeContext());
    }

    @Override
    public void processElement(
            TimelineRecord timelineRecord, Context context, Collector<StreamStatus> out)
            throws InterruptedException {
        if (timelineRecord instanceof EmbeddedSample sample) {
            if (embeddings) {
                context.output(EMBEDDINGS, embedding(sample));
            }
            return;
        }
        if (timelineRecord instanceof StreamFailed failed) {
            context.output(ERRORS, events.streamError(failed));
        } else if (timelineRecord instanceof SampleFailed failed) {
            context.output(ERRORS, events.sampleError(failed));
        } else if (timelineRecord instanceof Reconnecting away && away.news()) {
            context.output(ERRORS, events.streamError(away));
        }
        StreamStatus status = new StatusEvents(events).of((Marker) timelineRecord);
        if (status != null) {
            out.collect(status);
        }
    }

    private EmbeddingEvent embedding(EmbeddedSample sample) throws InterruptedException {
        EmbeddingEvent event =
                events.embedding(sample.stream(), sample.k(), sample.time(), sample.vector());
        return event.withThumbnail(
                store.save(
                        sample.stream().streamId(),
                        sample.time().mediaMs(),
                        event.header().id(),
                        sample.preview()));
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        // Pictures in hand are written before a snapshot instead of becoming part of it.
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws InterruptedException {
        store.flush();
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
