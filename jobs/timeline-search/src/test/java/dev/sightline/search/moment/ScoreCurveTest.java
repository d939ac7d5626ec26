// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.search.index.MadeEvents;
import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.query.MadePictures;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.query.Sought;
import dev.sightline.search.query.SoughtVectors;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoreCurveTest {

    private static final MadePictures PICTURES = MadePictures.SHARED;

    private final MemoryIndex index = new MemoryIndex();
    private final MomentSearch search = new MomentSearch(index, PICTURES.models());

    @Test
    void everySampleOfTheEpochHasItsScore() throws IOException {
        PICTURES.addGeneral(index, "a.mp4", 0, 60);
        PICTURES.addShowing(index, "a.mp4", "a dragon", 30, 5);
        ScoreCurve curve = search.curve(SearchRequest.ofText("a dragon"), "a.mp4", 1);
        assertThat(curve.thinned()).isFalse();
        assertThat(curve.points()).allMatch(point -> point.lasting() == point.score());
        assertThat(curve.points()).hasSize(60).extracting(p -> p.mediaMs()).isSorted();
        assertThat(curve.intervalMs()).isEqualTo(1000);
        assertThat(curve.coveredHours()).isCloseTo(1 / 60.0, within(1e-9));
        assertThat(curve.points().stream().max(Comparator.comparing(ScoreCurve.Point::score)))
                .hasValueSatisfying(best -> assertThat(best.mediaMs()).isBetween(30_000L, 34_000L));
        Moment moment = search.search(SearchRequest.ofText("a dragon")).moments().get(0);
        assertThat(curve.points())
                .filteredOn(point -> point.id().equals(moment.id()))
                .allSatisfy(point -> assertThat(point.score()).isEqualTo(moment.score()))
                .hasSize(1);
    }

    @Test
    void levelsFallAsMoreFalseAlarmsAreBearable() throws IOException {
        ScoreCurve curve = search.curve(SearchRequest.ofText("a dragon"), "gone", 1);
        assertThat(curve.points()).isEmpty();
        assertThat(curve.coveredHours()).isZero();
        assertThat(curve.levels())
                .extracting(ScoreCurve.Level::falseAlarmsPerDay)
                .containsExactly(0.1, 1.0, 10.0, 100.0);
        assertThat(curve.levels())
                .extracting(ScoreCurve.Level::cosine)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(curve.levels())
                .extracting(ScoreCurve.Level::score)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .allMatch(score -> score > 0 && score < 1);
    }

    @Test
    void anotherEpochAndWhatMustNotShowDoNotCount() throws IOException {
        PICTURES.addShowing(index, "a.mp4", "a toy dragon", 0, 5);
        assertThat(search.curve(SearchRequest.ofText("a dragon"), "a.mp4", 2).points()).isEmpty();
        SearchRequest withoutToys =
                new SearchRequest(
                        "a dragon",
                        List.of("a toy dragon"),
                        null,
                        null,
                        Map.of(),
                        null,
                        SampleFilter.ALL,
                        0,
                        Long.MAX_VALUE,
                        false,
                        true,
                        false,
                        1,
                        20);
        assertThat(search.curve(withoutToys, "a.mp4", 1).points())
                .hasSize(5)
                .allSatisfy(point -> assertThat(point.score()).isZero())
                .allSatisfy(point -> assertThat(point.cosine()).isGreaterThan(0.2));
    }

    @Test
    void aLongCurveKeepsTheBestOfEachStretch() throws IOException {
        int samples = 1500;
        List<IndexedSample> many = new ArrayList<>();
        for (int k = 0; k < samples; k++) {
            float[] vector = PICTURES.general(k % 4096);
            many.add(MadeEvents.sample("long.mp4", k, PICTURES.digest(), vector));
        }
        float[] shown = PICTURES.showing("a dragon", 5);
        many.set(samples - 2, MadeEvents.sample("long.mp4", samples - 2, PICTURES.digest(), shown));
        index.with(many.toArray(TimelineEvent[]::new));

        Sought dragon =
                new SoughtVectors(index, PICTURES.models()).of(SearchRequest.ofText("a dragon"));
        ScoreCurve curve = new CurveReader(index, 1000).read(dragon, "long.mp4", 1);

        assertThat(curve.thinned()).isTrue();
        assertThat(curve.bucketMs()).isBetween(1500L, 5000L);
        assertThat(curve.points()).hasSizeBetween(400, 1000);
        assertThat(curve.points())
                .extracting(point -> point.mediaMs() / curve.bucketMs())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(curve.coveredHours()).isCloseTo(samples / 3600.0, within(1e-9));
        assertThat(curve.points().stream().max(Comparator.comparing(ScoreCurve.Point::score)))
                .hasValueSatisfying(
                        best -> {
                            assertThat(best.id()).isEqualTo("long.mp4@" + (samples - 2));
                            assertThat(best.lasting()).isLessThan(best.score() / 2);
                        });
        assertThat(curve.points()).allMatch(point -> point.lasting() <= point.score());
    }

    @Test
    void theIntervalIsThatOfTheSamples() throws IOException {
        for (int k = 0; k < 4; k++) {
            var sample = MadeEvents.sample("slow.mp4", k, PICTURES.digest(), PICTURES.general(k));
            index.with(MadeEvents.every(sample, 2000));
        }
        assertThat(search.curve(SearchRequest.ofText("a dog"), "slow.mp4", 1).intervalMs())
                .isEqualTo(2000);
    }
}
