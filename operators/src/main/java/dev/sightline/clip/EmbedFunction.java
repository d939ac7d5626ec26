// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import dev.sightline.video.Sample;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.TimelineRecord;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;

/**
 * Replaces the pixels of samples by their vectors; markers pass. A sample that has no vector
 * becomes a {@link SampleFailed}: a replay would fail again.
 *
 * <p>Before each checkpoint the model is checked with a reference picture: what was made of wrong
 * vectors must not be committed.
 */
public final class EmbedFunction extends RichAsyncFunction<TimelineRecord, TimelineRecord>
        implements CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    private static final String NOT_UNIT = "the model gave a vector whose length is not 1";

    private final String digest;
    private final ModelSettings settings;
    private final EncoderLoader loader;
    private transient SharedModels.Lease<EmbeddingService> lease;
    private transient String jobId;

    /**
     * @param digest of the bundle
     * @param settings where it is and how to run it
     */
    public EmbedFunction(String digest, ModelSettings settings) {
        this(digest, settings, EmbeddingServices::onnx);
    }

    /**
     * @param digest of the bundle
     * @param settings where it is and how to run it
     * @param loader loads its image tower
     */
    public EmbedFunction(String digest, ModelSettings settings, EncoderLoader loader) {
        this.digest = digest;
        this.settings = settings;
        this.loader = loader;
    }

    @Override
    public void open(OpenContext context) {
        jobId = getRuntimeContext().getJobInfo().getJobId().toString();
        lease = ModelFailure.endsTheJob(() -> EmbeddingServices.acquire(digest, settings, loader));
        EmbeddingService service = lease.model();
        MetricGroup metrics = getRuntimeContext().getMetricGroup();
        metrics.gauge("embedding.queueLength", service::queueLength);
        metrics.gauge("embedding.canaryCosine", service::canaryCosine);
        metrics.gauge("embedding.canarySecondsAgo", () -> service.sinceCanary().toSeconds());
        metrics.gauge("embedding.canaryFailures", EmbeddingServices.failures(digest)::get);
    }

    @Override
    public void asyncInvoke(TimelineRecord input, ResultFuture<TimelineRecord> result)
            throws InterruptedException {
        if (!(input instanceof Sample sample)) {
            result.complete(List.of(input));
            return;
        }
        lease.model()
                .embed(sample.rgb())
                .whenComplete(
                        (vector, failure) -> {
                            if (failure instanceof ModelException.NoVector) {
                                result.complete(List.of(failed(sample, failure.getMessage())));
                            } else if (failure != null) {
                                remember(failure);
                                result.completeExceptionally(failure);
                            } else if (!Vectors.isUnit(vector)) {
                                result.complete(List.of(failed(sample, NOT_UNIT)));
                            } else {
                                result.complete(List.of(embedded(sample, vector)));
                            }
                        });
    }

    /** The job fails with it; its next attempt tells. */
    private void remember(Throwable failure) {
        if (failure instanceof ModelException.WrongVector wrong) {
            ModelIncidents.add(new ModelIncident(jobId, wrong.time(), wrong.getMessage()));
        }
    }

    private static TimelineRecord embedded(Sample sample, float[] vector) {
        return new EmbeddedSample(
                sample.stream(),
                sample.k(),
                sample.time(),
                vector,
                sample.blank(),
                sample.preview(),
                sample.decodeErrors(),
                sample.changes(),
                PictureSketch.of(sample.rgb()));
    }

    private static TimelineRecord failed(Sample sample, String message) {
        return new SampleFailed(
                sample.stream(),
                sample.k(),
                sample.time(),
                message,
                sample.decodeErrors(),
                sample.changes());
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        // The operator keeps the samples that wait.
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws InterruptedException {
        try {
            lease.model().check().get();
        } catch (ExecutionException e) {
            remember(e.getCause());
            throw new ModelException("no checkpoint: " + e.getCause().getMessage(), e.getCause());
        }
    }

    @Override
    public void timeout(TimelineRecord input, ResultFuture<TimelineRecord> result) {
        result.completeExceptionally(
                new TimeoutException(
                        "no vector for "
                                + input.stream().streamId()
                                + " at sample "
                                + input.position()
                                + ": the model is overloaded or hangs"));
    }

    @Override
    public void close() {
        if (lease != null) {
            lease.close();
        }
    }
}
