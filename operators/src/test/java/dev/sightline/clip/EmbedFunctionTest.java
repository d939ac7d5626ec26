// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.video.MediaTime;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import dev.sightline.video.wire.SampleSerializer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbedFunctionTest {

    private static final int PIXELS = SmallBundle.WIDTH * SmallBundle.HEIGHT * 3;
    private static final StreamRef STREAM =
            new StreamRef("gate", 1, "file:///gate", SourceKind.FILE, "");
    private static final MediaTime TIME =
            new MediaTime(0, TimeBase.MILLISECONDS, 0, null, WallSource.NONE, 0, Instant.EPOCH);

    @TempDir private Path folder;
    private ModelBundle bundle;

    @BeforeEach
    void load() throws Exception {
        bundle = new SmallBundle(folder).load();
    }

    /** One whose model is well until it is told, and that has one reference picture. */
    private EmbedFunction fallingSick(AtomicBoolean sick, Duration interval) throws Exception {
        float[] vector = {1, 0, 0, 0, 0};
        bundle =
                new SmallBundle(folder)
                        .unshared()
                        .reference("black.png", new byte[PIXELS], vector)
                        .load();
        BatchSettings batch = new BatchSettings(2, Duration.ofMillis(5), 4);
        return new EmbedFunction(
                bundle.digest(),
                new ModelSettings(folder.toString(), Device.CPU, 1, batch, interval),
                (loaded, settings) -> new WellAtFirst(vector, sick));
    }

    private EmbedFunction function() {
        BatchSettings batch = new BatchSettings(2, Duration.ofMillis(5), 4);
        return new EmbedFunction(
                bundle.digest(),
                new ModelSettings(folder.toString(), Device.CPU, 1, batch, Duration.ofSeconds(30)));
    }

    private static OneInputStreamOperatorTestHarness<TimelineRecord, TimelineRecord> harness(
            EmbedFunction function) throws Exception {
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new AsyncWaitOperatorFactory<>(function, 60_000, 8, OutputMode.ORDERED),
                        SampleSerializer.INSTANCE);
        harness.setup(EmbeddedSerializer.INSTANCE);
        return harness;
    }

    private static Sample sample(long k, int bytes) {
        byte[] rgb = new byte[bytes];
        new Random(k).nextBytes(rgb);
        return new Sample(STREAM, k, TIME, rgb, true, new byte[] {7}, 0, List.of());
    }

    /** Keeps what an asynchronous call ends with. */
    private static final class Outcome implements ResultFuture<TimelineRecord> {
        private final CompletableFuture<Collection<TimelineRecord>> records =
                new CompletableFuture<>();

        @Override
        public void complete(Collection<TimelineRecord> result) {
            records.complete(result);
        }

        @Override
        public void complete(CollectionSupplier<TimelineRecord> supplier) {
            try {
                complete(supplier.get());
            } catch (Exception e) {
                completeExceptionally(e);
            }
        }

        @Override
        public void completeExceptionally(Throwable error) {
            records.completeExceptionally(error);
        }
    }

    @Test
    void samplesGetTheirVectorsAndMarkersPassInOrder() throws Exception {
        StreamStarted start = new StreamStarted(STREAM, TIME);
        List<Sample> samples = List.of(sample(0, PIXELS), sample(1, PIXELS), sample(2, PIXELS));
        StreamEnded end = new StreamEnded(STREAM, 3, TIME, 3, 0, 0);
        try (var harness = harness(function());
                ImageEncoder encoder = new OnnxImageEncoder(bundle, Device.CPU, 1)) {
            harness.open();
            harness.processElement(new StreamRecord<>(start));
            for (Sample sample : samples) {
                harness.processElement(new StreamRecord<>(sample));
            }
            harness.processElement(new StreamRecord<>(end));
            harness.endInput();
            List<TimelineRecord> output = harness.extractOutputValues();
            assertThat(output).hasSize(5).startsWith(start).endsWith(end);
            for (int k = 0; k < samples.size(); k++) {
                EmbeddedSample embedded = (EmbeddedSample) output.get(k + 1);
                assertThat(embedded.k()).isEqualTo(k);
                assertThat(embedded.stream()).isEqualTo(STREAM);
                assertThat(embedded.time()).isEqualTo(TIME);
                assertThat(embedded.blank()).isTrue();
                assertThat(embedded.preview()).containsExactly(7);
                assertThat(embedded.vector())
                        .containsExactly(
                                encoder.encode(List.of(samples.get(k).rgb()))[0], within(1e-5f));
            }
        }
    }

    @Test
    void aMarkerPassesAtOnceWithoutTheModel() throws Exception {
        StreamStarted start = new StreamStarted(STREAM, TIME);
        Outcome outcome = new Outcome();
        function().asyncInvoke(start, outcome);
        assertThat(outcome.records).isCompletedWithValue(List.of(start));
    }

    @Test
    void aPictureThatTheModelRefusesFailsAlone() throws Exception {
        EmbedFunction function = function();
        try (var harness = harness(function)) {
            harness.open();
            Outcome bad = new Outcome();
            Outcome good = new Outcome();
            function.asyncInvoke(sample(0, 3), bad);
            function.asyncInvoke(sample(1, PIXELS), good);
            assertThat(good.records.get()).hasSize(1);
            assertThatThrownBy(bad.records::get)
                    .hasCauseInstanceOf(ModelException.class)
                    .hasMessageContaining("a picture of 3 bytes");
        }
    }

    @Test
    void aSampleWithoutAVectorIsReplacedByAMarkerAndTheOthersGoOn() throws Exception {
        bundle = new SmallBundle(folder).blindToBlack().load();
        Sample black =
                new Sample(STREAM, 1, TIME, new byte[PIXELS], true, new byte[0], 0, List.of());
        try (var harness = harness(function())) {
            harness.open();
            for (Sample sample : List.of(sample(0, PIXELS), black, sample(2, PIXELS))) {
                harness.processElement(new StreamRecord<>(sample));
            }
            harness.endInput();
            List<TimelineRecord> output = harness.extractOutputValues();
            assertThat(output).extracting(TimelineRecord::position).containsExactly(0L, 1L, 2L);
            assertThat(output.get(1))
                    .isEqualTo(
                            new SampleFailed(
                                    STREAM,
                                    1,
                                    TIME,
                                    "vision.onnx: the model gave a vector that is not made of"
                                            + " numbers",
                                    0,
                                    List.of()));
            assertThat(output.get(2)).isInstanceOf(EmbeddedSample.class);
        }
    }

    @Test
    void aModelThatCannotBeLoadedEndsTheJobAndSaysWhy() throws Exception {
        EmbedFunction function =
                new EmbedFunction(
                        "sha256:other",
                        new ModelSettings(
                                folder.toString(),
                                Device.CPU,
                                1,
                                new BatchSettings(2, Duration.ZERO, 4),
                                Duration.ofSeconds(30)));
        try (var harness = harness(function)) {
            assertThatThrownBy(harness::open)
                    .isInstanceOf(SuppressRestartsException.class)
                    .hasCauseInstanceOf(ModelException.class)
                    .hasStackTraceContaining("put the same bundle on every machine");
        }
    }

    @Test
    void aModelThatSeesTheSameInEveryPictureEndsTheJobAndSaysWhatToDo() throws Exception {
        float[] vector = new float[SmallBundle.DIMENSION];
        vector[0] = 1;
        bundle =
                new SmallBundle(folder)
                        .constant()
                        .reference("black.png", new byte[PIXELS], vector)
                        .load();
        try (var harness = harness(function())) {
            assertThatThrownBy(harness::open)
                    .isInstanceOf(SuppressRestartsException.class)
                    .hasCauseInstanceOf(ModelException.WrongVector.class)
                    .hasStackTraceContaining("Try device cpu");
        }
    }

    @Test
    void aModelThatFallsSickFailsTheJobAndIsRemembered() throws Exception {
        AtomicBoolean sick = new AtomicBoolean();
        EmbedFunction function = fallingSick(sick, Duration.ofMillis(5));
        try (var harness = harness(function)) {
            harness.open();
            sick.set(true);
            Outcome outcome = new Outcome();
            while (!outcome.records.isCompletedExceptionally()) {
                outcome = new Outcome();
                function.asyncInvoke(sample(0, PIXELS), outcome);
                outcome.records.handle((records, failure) -> 0).get();
            }
            assertThatThrownBy(outcome.records::get)
                    .hasCauseInstanceOf(ModelException.WrongVector.class);
            String job = harness.getEnvironment().getJobID().toString();
            assertThat(ModelIncidents.take(job))
                    .singleElement()
                    .extracting(ModelIncident::message)
                    .asString()
                    .contains("black.png (cosine 0.0000");
        }
    }

    @Test
    void noCheckpointIsMadeWithASickModel() throws Exception {
        AtomicBoolean sick = new AtomicBoolean();
        EmbedFunction function = fallingSick(sick, Duration.ofHours(1));
        try (var harness = harness(function)) {
            harness.open();
            harness.snapshot(1, 0);
            sick.set(true);
            assertThatThrownBy(() -> harness.snapshot(2, 0))
                    .hasStackTraceContaining("no checkpoint: the model gives a wrong vector");
            String job = harness.getEnvironment().getJobID().toString();
            assertThat(ModelIncidents.take(job)).hasSize(1);
        }
    }

    /** Gives one vector for all pictures, and then another one. */
    private record WellAtFirst(float[] vector, AtomicBoolean sick) implements ImageEncoder {

        @Override
        public float[][] encode(List<byte[]> pictures) {
            float[] given = sick.get() ? new float[] {0, 1, 0, 0, 0} : vector;
            return pictures.stream().map(picture -> given).toArray(float[][]::new);
        }

        @Override
        public void close() {}
    }

    @Test
    void aSampleThatWaitsTooLongIsNamed() {
        Outcome outcome = new Outcome();
        function().timeout(sample(42, PIXELS), outcome);
        assertThatThrownBy(outcome.records::get)
                .hasCauseInstanceOf(TimeoutException.class)
                .hasMessageContaining("gate at sample 42")
                .hasMessageContaining("overloaded");
    }

    @Test
    void theFunctionTravelsToTheMachinesThatRunIt() throws Exception {
        EmbedFunction sent = InstantiationUtil.clone(function());
        try (var harness = harness(sent)) {
            harness.open();
            harness.processElement(new StreamRecord<>(sample(0, PIXELS)));
            harness.endInput();
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }
}
