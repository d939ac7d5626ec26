// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.EmbeddedSerializer;
import dev.sightline.clip.ModelIncident;
import dev.sightline.clip.ModelIncidents;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ModelEvents;
import dev.sightline.event.ProducerBlock;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import java.time.Instant;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelIncidentsFunctionTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final ModelEvents EVENTS =
            new ModelEvents(
                    new ModelBlock("tiny", "sha256:" + "ab".repeat(32), 1),
                    new ProducerBlock("test", "1"));
    private static final TimelineRecord START =
            new StreamStarted(
                    new StreamRef("gate", 5, "rtsp://gate", SourceKind.RTSP, ""),
                    new MediaTime(
                            0, TimeBase.MILLISECONDS, 0, NOON, WallSource.RTCP, 0, Instant.EPOCH));

    private String jobId;

    private OneInputStreamOperatorTestHarness<TimelineRecord, ErrorEvent> attempt()
            throws Exception {
        var harness =
                new OneInputStreamOperatorTestHarness<TimelineRecord, ErrorEvent>(
                        new ProcessOperator<>(new ModelIncidentsFunction(EVENTS)),
                        EmbeddedSerializer.INSTANCE);
        harness.open();
        jobId = harness.getEnvironment().getJobID().toString();
        return harness;
    }

    private void stopServing() {
        ModelIncidents.add(new ModelIncident(jobId, NOON, "wrong vector"));
    }

    @AfterEach
    void forget() {
        ModelIncidents.take(jobId);
    }

    @Test
    void anIncidentIsToldOnceWithTheNextRecord() throws Exception {
        try (var harness = attempt()) {
            harness.processElement(START, 0);
            assertThat(harness.extractOutputValues()).isEmpty();
            stopServing();
            stopServing();
            harness.processElement(START, 0);
            harness.processElement(START, 0);
            ErrorEvent told = harness.extractOutputValues().get(0);
            assertThat(harness.extractOutputValues()).hasSize(1);
            assertThat(told.category()).isEqualTo("model");
            assertThat(told.message()).isEqualTo("wrong vector");
            assertThat(told.worker()).isNotEmpty();
            assertThat(told.header().time()).isEqualTo(NOON);
        }
    }

    @Test
    void whatNoCheckpointMadeLastIsToldAgainWithTheSameId() throws Exception {
        String id;
        try (var harness = attempt()) {
            stopServing();
            harness.processElement(START, 0);
            id = harness.extractOutputValues().get(0).header().id();
            harness.snapshot(1, 0);
        }
        try (var harness = attempt()) {
            stopServingAs(jobId);
            harness.processElement(START, 0);
            assertThat(harness.extractOutputValues())
                    .extracting(event -> event.header().id())
                    .containsExactly(id);
        }
    }

    /** Each harness is a job of its own. */
    private static void stopServingAs(String jobId) {
        ModelIncidents.add(new ModelIncident(jobId, NOON, "wrong vector"));
    }

    @Test
    void whatACheckpointMadeLastIsNotToldAgain() throws Exception {
        try (var harness = attempt()) {
            stopServing();
            harness.processElement(START, 0);
            harness.snapshot(1, 0);
            harness.notifyOfCompletedCheckpoint(1);
        }
        assertThat(ModelIncidents.take(jobId)).isEmpty();
    }

    @Test
    void incidentsOfOtherJobsAreNotTold() throws Exception {
        try (var harness = attempt()) {
            stopServingAs("another job");
            harness.processElement(START, 0);
            assertThat(harness.extractOutputValues()).isEmpty();
        } finally {
            assertThat(ModelIncidents.take("another job")).hasSize(1);
        }
    }
}
