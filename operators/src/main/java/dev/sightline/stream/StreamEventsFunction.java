// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.event.EmbeddingEvent;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.EventFactory;
import dev.sightline.event.StreamStatus;
import dev.sightline.video.Marker;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Turns markers into status events and errors, and samples into embedding events. */
public final class StreamEventsFunction extends ProcessFunction<TimelineRecord, StreamStatus> {

    /** Streams that could not be read, and samples that have no vector. */
    public static final OutputTag<ErrorEvent> ERRORS =
            new OutputTag<>("stream-errors", TypeInformation.of(ErrorEvent.class));

    /** Vectors of samples. */
    public static final OutputTag<EmbeddingEvent> EMBEDDINGS =
            new OutputTag<>("embeddings", TypeInformation.of(EmbeddingEvent.class));

    private static final long serialVersionUID = 1L;

    private final EventFactory events;
    private final boolean embeddings;

    /**
     * @param embeddings whether vectors are wanted
     */
    public StreamEventsFunction(EventFactory events, boolean embeddings) {
        this.events = events;
        this.embeddings = embeddings;
    }

    @Override
    public void processElement(
            TimelineRecord timelineRecord, Context context, Collector<StreamStatus> out) {
        if (timelineRecord instanceof EmbeddedSample sample) {
            if (embeddings) {
                context.output(
                        EMBEDDINGS,
                        events.embedding(
                                sample.stream(), sample.k(), sample.time(), sample.vector()));
            }
            return;
        }
        if (timelineRecord instanceof StreamFailed failed) {
            context.output(ERRORS, events.streamError(failed));
        } else if (timelineRecord instanceof SampleFailed failed) {
            context.output(ERRORS, events.sampleError(failed));
        }
        StreamStatus status = events.status((Marker) timelineRecord);
        if (status != null) {
            out.collect(status);
        }
    }
}
