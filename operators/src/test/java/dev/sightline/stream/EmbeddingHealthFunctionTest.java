// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static dev.sightline.stream.HealthSamples.GATE;
import static dev.sightline.stream.HealthSamples.failed;
import static dev.sightline.stream.HealthSamples.sample;
import static dev.sightline.stream.HealthSamples.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.StatusEvents;
import dev.sightline.event.StreamStatus;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import java.time.Clock;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddingHealthFunctionTest {

    private KeyedOneInputStreamOperatorTestHarness<String, TimelineRecord, StreamStatus> harness;

    @BeforeEach
    void open() throws Exception {
        start(null, "ab");
    }

    private void start(OperatorSubtaskState state, String model) throws Exception {
        EventFactory events =
                new EventFactory(
                        new ModelBlock("tiny", "sha256:" + model.repeat(32), 3),
                        new ProducerBlock("test", "1"),
                        Clock.systemUTC());
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new EmbeddingHealthFunction(new StatusEvents(events))),
                        next -> next.stream().streamId(),
                        Types.STRING);
        harness.setup(
                TypeInformation.of(StreamStatus.class)
                        .createSerializer(new SerializerConfigImpl()));
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    private void send(TimelineRecord... records) throws Exception {
        for (TimelineRecord next : records) {
            harness.processElement(next, 0);
        }
    }

    private List<String> told() {
        return harness.extractOutputValues().stream()
                .map(status -> status.state() + " " + status.embeddings().problem())
                .toList();
    }

    @Test
    void duplicatesAreToldOnceAndTheirEndToo() throws Exception {
        for (int k = 0; k < 20; k++) {
            send(sample(k, 1, 10 * k));
        }
        send(sample(20, 2, 0), sample(21, 1, 100));
        assertThat(told())
                .containsExactly("degraded duplicate-vectors", "online duplicate-vectors");
        StreamStatus first = harness.extractOutputValues().get(0);
        assertThat(first.common().time().mediaMs()).isEqualTo(3000);
        assertThat(first.embeddings().reason()).contains("same vector");
        assertThat(harness.extractOutputValues())
                .extracting(status -> status.header().id())
                .doesNotHaveDuplicates();
    }

    @Test
    void samplesWithoutVectorsAreToldIfThereAreManyInARow() throws Exception {
        send(sample(0, 1, 0), failed(1), failed(2), failed(3), failed(4), sample(5, 2, 0));
        assertThat(told()).isEmpty();
        for (int k = 6; k < 15; k++) {
            send(failed(k));
        }
        send(sample(15, 1, 0));
        assertThat(told()).containsExactly("degraded no-vectors", "online no-vectors");
    }

    @Test
    void aDriftIsToldOverReconnectsAndRestarts() throws Exception {
        long k = 0;
        for (; k < 25 * 60; k++) {
            send(sample(60 * k, 0, 0));
        }
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        start(state, "ab");
        for (; k < 49 * 60; k++) {
            send(sample(60 * k, 1, 0));
        }
        assertThat(told()).containsExactly("degraded drift");
        assertThat(harness.extractOutputValues().get(0).embeddings().reason())
                .matches("the mean vector .* is 0\\.0\\d+ from .* told from 0\\.020");
    }

    @Test
    void vectorsOfAnotherModelAreNotCompared() throws Exception {
        send(sample(0, 1, 0), sample(1, 1, 50), sample(2, 1, 100));
        OperatorSubtaskState state = harness.snapshot(1, 1);
        harness.close();
        start(state, "cd");
        send(sample(3, 1, 150));
        assertThat(told()).isEmpty();
    }

    @Test
    void nothingIsRememberedOfAStreamThatHasEnded() throws Exception {
        send(new StreamStarted(GATE, time(0)), sample(0, 1, 0), failed(1));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        send(new StreamEnded(GATE, 2, time(1), 1, 0, 0));
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(told()).isEmpty();
    }
}
