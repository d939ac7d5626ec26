// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.at;
import static dev.sightline.search.index.Generated.camera;
import static dev.sightline.search.index.Generated.change;
import static dev.sightline.search.index.Generated.cut;
import static dev.sightline.search.index.Generated.match;
import static dev.sightline.search.index.Generated.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.backtest.StoredSample;
import dev.sightline.match.MatchPhase.Phase;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimelinesTest extends GateIndexTest {

    private static List<String> spans(Timeline timeline) {
        return timeline.scenes().stream()
                .map(scene -> scene.startMs() + "-" + scene.endMs() + " " + scene.began())
                .toList();
    }

    @Test
    void anEpochOfStatusesAloneIsThere() throws IOException {
        write(
                status("o", camera("gate", 2), "online", 0),
                status("e", camera("gate", 2), "ended", 7));

        assertThat(spans(timeline(2))).containsExactly("0-7 null");
        assertThat(timeline(2).statuses())
                .extracting(StatusEvent::state)
                .containsExactly("online", "ended");
        assertThat(index.timeline("gate", 3)).isEmpty();
        assertThat(index.timeline("door", 2)).isEmpty();
        assertThat(index.stream("gate").orElseThrow().samples()).isZero();
    }

    private static IndexedSample numbered(String id, long k) {
        return new IndexedSample(
                id,
                new StoredSample(camera("gate", 1), Generated.MODEL, k, at(1_000), VECTOR, null));
    }

    @Test
    void samplesOfOneMomentAreShownByTheirNumber() throws IOException {
        write(numbered("c", 3), numbered("b", 1), numbered("a", 2));
        List<String> shown = new ArrayList<>();
        index.forEach(Generated.MODEL, SampleFilter.of("gate"), sample -> shown.add(sample.id()));
        assertThat(shown).containsExactly("b", "a", "c");
    }

    @Test
    void anEpochThatHasJustBegunHasNoScene() throws IOException {
        write(status("o", camera("gate", 2), "online", 0));

        assertThat(timeline(2).scenes()).isEmpty();
        assertThat(timeline(2).endMs()).isZero();
    }

    @Test
    void aLaterPhaseStays() throws IOException {
        write(match("m", camera("gate", 1), Phase.OPEN, 1_000, 2_000));
        write(match("m", camera("gate", 1), Phase.UPDATE, 1_000, 5_000));
        write(match("m", camera("gate", 1), Phase.UPDATE, 1_000, 4_000));
        write(match("m", camera("gate", 1), Phase.OPEN, 1_000, 9_000));
        assertThat(timeline(1).matches()).singleElement().satisfies(m -> isAt(m, 5_000, true));

        write(
                match("m", camera("gate", 1), Phase.CLOSE, 1_000, 6_000),
                match("m", camera("gate", 1), Phase.UPDATE, 1_000, 6_500));
        assertThat(timeline(1).matches()).singleElement().satisfies(m -> isAt(m, 6_000, false));
        assertThat(index.stream("gate").orElseThrow().matches()).isEqualTo(1);
    }

    private static void isAt(MatchEvent match, long endMs, boolean open) {
        assertThat(match.end().mediaMs()).isEqualTo(endMs);
        assertThat(match.open()).isEqualTo(open);
    }

    @Test
    void gapsEndAnEpochWhereTheyBegin() throws IOException {
        write(
                new StatusEvent(
                        "g",
                        camera("gate", 1),
                        at(900_000),
                        "degraded",
                        new StatusEvent.Missing(at(4_000), at(900_000), 896_000, "lost"),
                        1.5),
                sampleAt(0));

        assertThat(timeline(1).endMs()).isEqualTo(4_000);
        assertThat(timeline(1).statuses().get(0).gap().reason()).isEqualTo("lost");
        assertThat(timeline(1).statuses().get(0).shedSeconds()).isEqualTo(1.5);
    }

    @Test
    void signsOfLifeTellHowFarButAreNoStatus() throws IOException {
        for (int i = 9; i > 0; i--) {
            write(status("h" + i, camera("gate", 1), "heartbeat", i * 1_000));
        }
        write(status("o", camera("gate", 1), "online", 0));

        assertThat(timeline(1).endMs()).isEqualTo(9_000);
        assertThat(timeline(1).statuses()).hasSize(1);
        assertThat(index.stream("gate").orElseThrow().state()).isEqualTo("online");
    }

    @Test
    void summariesTellOfAStream() throws IOException {
        write(
                sampleAt(0),
                sampleAt(5_000),
                cut("c", camera("gate", 1), 2_000),
                match("m", camera("gate", 2), Phase.OPEN, 10_000, 12_000),
                status("o", camera("gate", 2), "online", 9_000),
                status("e", camera("gate", 1), "ended", 5_000));

        assertThat(index.streams()).singleElement().isEqualTo(index.stream("gate").orElseThrow());
        StreamSummary gate = index.streams().get(0);
        assertThat(gate)
                .isEqualTo(
                        new StreamSummary(
                                camera("gate", 2),
                                "online",
                                List.of(1L, 2L),
                                2,
                                1,
                                1,
                                12_000,
                                Generated.START,
                                Generated.START.plusMillis(12_000),
                                Set.of("sha256:m")));
    }

    @Test
    void changesAndMatchesAreFoundById() throws IOException {
        TimelineEvent change = cut("c", camera("gate", 1), 2_000);
        TimelineEvent match = match("m", camera("gate", 2), Phase.OPEN, 10_000, 12_000);
        write(change, match, status("o", camera("gate", 2), "online", 9_000));

        assertThat(index.event("c")).contains(change);
        assertThat(index.event("m")).contains(match);
        assertThat(index.event("o")).isEmpty();
        assertThat(index.event("none")).isEmpty();
    }

    @Test
    void samplesAndTheirPicturesAreFoundById() throws IOException {
        write(sampleAt(3_000));

        assertThat(index.sample("s3000").orElseThrow().sample().vector()).isEqualTo(VECTOR);
        assertThat(index.picture("s3000")).contains("file:/pictures/s3000.jpg");
        assertThat(index.sample("none")).isEmpty();
        assertThat(index.event("s3000")).as("neither a change nor a match").isEmpty();
        assertThat(index.picture("none")).isEmpty();
    }

    @Test
    void scenesAloneAreKeptUntilSomethingIsWritten() throws IOException {
        write(sampleAt(0), sampleAt(9_000));
        assertThat(index.scenes("gate", 1)).isEqualTo(timeline(1).scenes()).hasSize(1);
        assertThat(index.scenes("gate", 1)).isSameAs(index.scenes("gate", 1));

        write(cut("c", camera("gate", 1), 4_000), sampleAt(12_000));
        assertThat(index.scenes("gate", 1)).isEqualTo(timeline(1).scenes()).hasSize(2);

        index.delete(Set.of("gate"));
        assertThat(index.scenes("gate", 1)).isEmpty();
    }

    @Test
    void anEpochsStreamIsTheOneThatWasReadLast() throws IOException {
        write(sampleAt(0), status("o", camera("gate", 2), "online", 0));
        assertThat(index.streamRef("gate", 1)).contains(timeline(1).stream());
        assertThat(index.streamRef("gate", 2)).contains(camera("gate", 2));
        assertThat(index.streamRef("gate", 3)).isEmpty();
    }
}
