// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.StatusEvents;
import dev.sightline.event.StreamStatus;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Shed;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveHealthFunctionTest {

    private static final long BEAT_MS = 30_000;
    private static final StreamRef GATE =
            new StreamRef("gate", 5, "rtsp://gate", SourceKind.RTSP, "");
    private static final EventFactory EVENTS =
            new EventFactory(
                    new ModelBlock("tiny", "sha256:" + "ab".repeat(32), 1),
                    new ProducerBlock("test", "1"),
                    Clock.systemUTC());

    private KeyedOneInputStreamOperatorTestHarness<String, TimelineRecord, StreamStatus> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new LiveHealthFunction(
                                        new StatusEvents(EVENTS),
                                        Duration.ofMillis(BEAT_MS),
                                        Duration.ofSeconds(1))),
                        next -> next.stream().streamId(),
                        Types.STRING);
        harness.setup(
                TypeInformation.of(StreamStatus.class)
                        .createSerializer(new SerializerConfigImpl()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    /** A frame whose arrival is late by so much. */
    private static MediaTime time(long k, long lateMs) {
        Instant wall = Instant.ofEpochSecond(1_800_000_000 + k);
        return new MediaTime(
                k,
                new TimeBase(1, 1),
                1000 * k,
                wall,
                WallSource.RTCP,
                100,
                wall.plusMillis(lateMs));
    }

    private static TimelineRecord sample(StreamRef stream, long k, long lateMs) {
        return new EmbeddedSample(
                stream, k, time(k, lateMs), new float[] {1}, false, new byte[0], 1, List.of());
    }

    private static TimelineRecord shed(long k) {
        return new Shed(GATE, k, k + 1, time(k, 0), time(k, 0), 1000, List.of());
    }

    private void send(TimelineRecord next) throws Exception {
        harness.processElement(next, 0);
    }

    private List<StreamStatus> told() {
        return harness.extractOutputValues();
    }

    @Test
    void aHeartbeatSaysHowFarAStreamIs() throws Exception {
        send(sample(GATE, 0, 0));
        send(sample(GATE, 1, 0));
        harness.setProcessingTime(BEAT_MS);
        harness.setProcessingTime(2 * BEAT_MS);
        assertThat(told())
                .extracting(StreamStatus::state)
                .containsExactly("heartbeat", "heartbeat");
        assertThat(told().get(0).samples()).isEqualTo(2);
        assertThat(told().get(0).decodeErrors()).isEqualTo(2);
        assertThat(told().get(0).header().id()).isNotEqualTo(told().get(1).header().id());
    }

    @Test
    void aFileHasNoHeartbeat() throws Exception {
        send(sample(new StreamRef("a", 1, "file:///a", SourceKind.FILE, ""), 0, 0));
        harness.setProcessingTime(BEAT_MS);
        assertThat(told()).isEmpty();
    }

    @Test
    void aStreamThatHasEndedHasNone() throws Exception {
        send(sample(GATE, 0, 0));
        send(new StreamEnded(GATE, 1, time(0, 0), 1, 0, 0));
        harness.setProcessingTime(BEAT_MS);
        assertThat(told()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void whatIsLeftOutIsToldTogetherAfterAWhile() throws Exception {
        for (long k = 0; k < 12; k++) {
            send(k % 2 == 0 ? sample(GATE, k, 0) : shed(k));
        }
        assertThat(told()).singleElement().extracting(StreamStatus::shedSeconds).isEqualTo(6.0);
        assertThat(told().get(0).state()).isEqualTo("degraded");
        assertThat(told().get(0).gap().from().mediaMs()).isEqualTo(1000);
        assertThat(told().get(0).gap().to().mediaMs()).isEqualTo(11_000);
        harness.setProcessingTime(BEAT_MS);
        assertThat(told().get(1).shedSeconds()).isEqualTo(6.0);
    }

    @Test
    void whatIsLeftOutIsToldBeforeTheStreamEnds() throws Exception {
        send(sample(GATE, 0, 0));
        send(shed(1));
        send(new StreamEnded(GATE, 2, time(1, 0), 1, 0, 0));
        assertThat(told()).singleElement().extracting(StreamStatus::shedSeconds).isEqualTo(1.0);
    }

    @Test
    void aClockThatRunsAwayIsToldOnceForEachSecond() throws Exception {
        for (long k = 0; k < 1000; k++) {
            long jitter = k % 7 == 0 ? 0 : 300;
            send(sample(GATE, k, 2 * k + jitter));
        }
        assertThat(told()).hasSize(1).allMatch(status -> status.state().equals("degraded"));
        assertThat(told().get(0).clockDriftMs()).isBetween(1000L, 1200L);
    }

    @Test
    void delaysThatComeAndGoAreNoDrift() throws Exception {
        for (long k = 0; k < 1000; k++) {
            send(sample(GATE, k, k % 10 == 0 ? 20 : 5000));
        }
        assertThat(told()).isEmpty();
        harness.setProcessingTime(BEAT_MS);
        assertThat(told().get(0).clockDriftMs()).isZero();
    }
}
