// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.picture.PictureSettings;
import dev.sightline.video.Gap;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.SampleRange;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SceneChangeFunctionTest {

    private static final StreamRef STREAM =
            new StreamRef("gate", 1, "file:///g", SourceKind.FILE, "");

    private static final VisualChange CUT = SceneSamples.cut(1400);

    @TempDir Path folder;
    private KeyedOneInputStreamOperatorTestHarness<String, TimelineRecord, ScenedRecord> harness;

    private KeyedOneInputStreamOperatorTestHarness<String, TimelineRecord, ScenedRecord> harness(
            URI location) throws Exception {
        EventFactory events =
                new EventFactory(
                        new ModelBlock("tiny", "sha256:" + "ab".repeat(32), 1),
                        new ProducerBlock("test", "1"),
                        Clock.systemUTC());
        PictureSettings pictures =
                new PictureSettings(location, 320, Duration.ofDays(1), false, Duration.ZERO);
        var made =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new SceneChangeFunction(SceneSettings.DEFAULT, events, pictures)),
                        (TimelineRecord r) -> r.stream().streamId(),
                        Types.STRING);
        made.setup(ScenedSerializer.INSTANCE);
        return made;
    }

    private URI location() {
        return URI.create(folder.toUri().toString().replaceFirst("/$", ""));
    }

    @BeforeEach
    void open() throws Exception {
        harness = harness(location());
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    /** Its picture is the number of the sample. */
    private static TimelineRecord sample(long k, int scene, VisualChange... changes) {
        SceneSample sample = SceneSamples.of(k, scene);
        return new EmbeddedSample(
                STREAM,
                k,
                sample.time(),
                sample.vector(),
                sample.blank(),
                sample.preview(),
                0,
                List.of(changes));
    }

    private static TimelineRecord gap(long from, long to, boolean discontinuity) {
        return new Gap(
                STREAM,
                from,
                to,
                SceneSamples.time(1000 * from),
                SceneSamples.time(1000 * to),
                discontinuity,
                "no frames");
    }

    private static TimelineRecord end(long k) {
        return new StreamEnded(STREAM, k, SceneSamples.time(1000 * k), k, 0, 0);
    }

    private void send(TimelineRecord... records) throws Exception {
        for (TimelineRecord next : records) {
            harness.processElement(next, 0);
        }
    }

    private List<dev.sightline.event.SceneChange> changes() {
        var output = harness.getSideOutput(SceneChangeFunction.CHANGES);
        return output == null ? List.of() : output.stream().map(r -> r.getValue()).toList();
    }

    private static int shownIn(dev.sightline.event.SceneChange change) throws IOException {
        return Files.readAllBytes(Path.of(URI.create(change.thumbnail())))[0];
    }

    @Test
    void aCutShowsTheFirstSampleOfTheNewScene() throws Exception {
        send(sample(0, 1), sample(1, 1), sample(2, 2, CUT), sample(3, 2), sample(4, 2), end(5));
        harness.snapshot(1, 1);
        assertThat(changes())
                .singleElement()
                .satisfies(cut -> assertThat(shownIn(cut)).isEqualTo(2));
        assertThat(changes().get(0).thumbnail())
                .isEqualTo(location() + "/scenes/gate/" + changes().get(0).header().id() + ".jpg");
    }

    @Test
    void aCutWithAMissingSampleBehindItHasItsPictureToo() throws Exception {
        send(sample(0, 1), sample(1, 1), sample(2, 2, CUT), gap(3, 5, false), sample(5, 2), end(6));
        harness.snapshot(1, 1);
        assertThat(changes())
                .singleElement()
                .satisfies(cut -> assertThat(shownIn(cut)).isEqualTo(2));
    }

    @Test
    void anInterruptionShowsWhatComesAfterIt() throws Exception {
        send(sample(0, 1), sample(1, 1), gap(2, 30, true));
        assertThat(changes()).as("waits for its picture").isEmpty();
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness(location());
        harness.initializeState(snapshot);
        harness.open();
        send(sample(30, 1));
        harness.snapshot(2, 2);
        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(shownIn(change)).isEqualTo(30));
    }

    @Test
    void anInterruptionShowsWhatTheNextEpochBeginsWith() throws Exception {
        StreamRef next =
                new StreamRef(STREAM.streamId(), STREAM.epoch() + 1, "", STREAM.kind(), "");
        Gap closing =
                new Gap(
                        STREAM,
                        2,
                        SampleRange.END,
                        SceneSamples.time(1000),
                        SceneSamples.time(0),
                        true,
                        "lost");
        send(sample(0, 1), sample(1, 1), closing);
        send(new StreamStarted(next, SceneSamples.time(0)), sample(7, 2));
        harness.snapshot(1, 1);
        assertThat(changes())
                .singleElement()
                .satisfies(
                        change -> {
                            assertThat(shownIn(change)).isEqualTo(7);
                            assertThat(change.common().epoch()).isEqualTo(STREAM.epoch());
                        });
    }

    @Test
    void aStreamThatHadNoSampleYetHasNoSceneToInterrupt() throws Exception {
        send(gap(-1, SampleRange.END, true), sample(0, 1), sample(1, 1));
        assertThat(changes()).isEmpty();
    }

    @Test
    void anInterruptionWithNothingBehindItIsToldWithoutAPicture() throws Exception {
        send(sample(0, 1), sample(1, 1), gap(2, 30, true), end(30));
        assertThat(changes())
                .singleElement()
                .satisfies(change -> assertThat(change.thumbnail()).isNull());
    }

    @Test
    void aStoreThatFailsCostsThePictureAndNotTheEvent() throws Exception {
        harness.close();
        Files.writeString(folder.resolve("file"), "in the way");
        harness = harness(URI.create(location() + "/file"));
        harness.open();
        send(sample(0, 1), sample(1, 1), sample(2, 2, CUT), sample(3, 2), end(4));
        harness.snapshot(1, 1);
        assertThat(changes()).hasSize(1);
        assertThat(Files.exists(Path.of(URI.create(changes().get(0).thumbnail())))).isFalse();
    }

    @Test
    void aChangeThatASampleWithoutAVectorTellsOfIsNotLost() throws Exception {
        TimelineRecord failed =
                new SampleFailed(STREAM, 2, SceneSamples.time(2000), "none", 0, List.of(CUT));
        send(sample(0, 1), sample(1, 1), failed, sample(3, 2), end(4));
        assertThat(changes())
                .extracting(change -> change.boundary().start().mediaMs())
                .containsExactly(1400L);
    }

    @Test
    void aChangeThatTheEndTellsOfIsNotLost() throws Exception {
        send(
                sample(0, 1),
                sample(1, 1),
                new StreamEnded(STREAM, 2, 9, SceneSamples.time(1900), 2, 0, 0, List.of(CUT)));
        assertThat(changes()).hasSize(1);
    }

    private List<Long> scenes() {
        return harness.extractOutputValues().stream().map(ScenedRecord::sceneStart).toList();
    }

    @Test
    void aSampleBeforeAMarkerKnowsOfTheChangeBeforeIt() throws Exception {
        send(sample(0, 1), sample(1, 1), sample(2, 2, CUT), gap(3, 5, false));
        assertThat(scenes()).as("of three samples and a gap").containsExactly(0L, 0L, 2L, 2L);
    }

    @Test
    void aMarkerTellsOfAChangeBeforeTheSampleBeforeIt() throws Exception {
        TimelineRecord failed =
                new SampleFailed(STREAM, 3, SceneSamples.time(3000), "none", 0, List.of(CUT));
        send(sample(0, 1), sample(1, 1), sample(2, 2), failed, sample(4, 2), end(5));
        assertThat(scenes()).containsExactly(0L, 0L, 2L, 2L, 2L, 2L);
    }

    @Test
    void aMarkerIsOfTheSceneOfTheSampleBeforeIt() throws Exception {
        send(new StreamStarted(STREAM, SceneSamples.time(0)), sample(0, 1), sample(1, 1));
        send(sample(2, 2, CUT), gap(3, 30, true), sample(30, 1), end(31));
        assertThat(scenes()).containsExactly(-1L, 0L, 0L, 2L, 2L, 30L, 30L);
    }

    @Test
    void leavesNoStateBehindAStream() throws Exception {
        send(
                sample(0, 1),
                sample(1, 1),
                sample(2, 2, CUT),
                gap(3, 30, true),
                sample(30, 3),
                end(31));
        assertThat(harness.numKeyedStateEntries()).isZero();
    }
}
