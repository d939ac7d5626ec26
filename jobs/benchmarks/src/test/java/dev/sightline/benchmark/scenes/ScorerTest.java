// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScorerTest {

    private static final int RATE = 25;
    private static final FrameTimes STEADY =
            new FrameTimes(
                    IntStream.range(0, 500).mapToDouble(frame -> (double) frame / RATE).toArray(),
                    2);

    private static Truth truth(List<Integer> cuts, List<Interval> graduals, List<Interval> runs) {
        return new Truth(Path.of("x.mp4"), 500, cuts, graduals, runs, Map.of());
    }

    private static Truth cuts(Integer... cuts) {
        return truth(List.of(cuts), List.of(), List.of());
    }

    private static Findings found(int... frames) {
        List<Place> places =
                IntStream.of(frames).mapToObj(frame -> new Place(Place.Unit.FRAME, frame)).toList();
        return new Findings(places, List.of(), 0, null);
    }

    private static Score score(Truth truth, int... frames) {
        return Scorer.score(truth, STEADY, found(frames));
    }

    @Test
    void matchesWithinOneFrameAndWithinHalfASecond() {
        Score score = score(cuts(100, 200, 300), 100, 201, 310);
        assertThat(score.exact()).isEqualTo(new Counts(1, 2, 2));
        assertThat(score.oneFrame()).isEqualTo(new Counts(2, 1, 1));
        assertThat(score.halfSecond()).isEqualTo(new Counts(3, 0, 0));
    }

    @Test
    void countsTwoFramesAsTooFar() {
        assertThat(score(cuts(100), 102).oneFrame()).isEqualTo(new Counts(0, 1, 1));
    }

    @Test
    void matchesEachCutOnce() {
        assertThat(score(cuts(100), 99, 100, 101).oneFrame()).isEqualTo(new Counts(1, 0, 2));
        assertThat(score(cuts(100, 101), 100).oneFrame()).isEqualTo(new Counts(1, 1, 0));
    }

    @Test
    void matchesTheClosestFirst() {
        // 105 is nearer to 104 than to 110; 110 is left for 112.
        assertThat(score(cuts(104, 112), 105, 110).halfSecond()).isEqualTo(new Counts(2, 0, 0));
    }

    @Test
    void excusesCutsInsideGradualChangesAndRuns() {
        Truth truth =
                truth(List.of(), List.of(new Interval(100, 120)), List.of(new Interval(200, 230)));
        Score score = score(truth, 110, 121, 210, 300);
        assertThat(score.oneFrame()).isEqualTo(new Counts(0, 0, 1));
        assertThat(score.graduals()).isEqualTo(1);
        assertThat(score.gradualsSeen()).isEqualTo(1);
        assertThat(score.gradualsNamed()).isZero();
    }

    @Test
    void stillWantsTheCutAtTheEdgeOfARun() {
        Truth truth = truth(List.of(200), List.of(), List.of(new Interval(200, 230)));
        assertThat(score(truth, 200).oneFrame()).isEqualTo(new Counts(1, 0, 0));
        assertThat(score(truth).oneFrame()).isEqualTo(new Counts(0, 1, 0));
    }

    @Test
    void saysWhatLuredAProgram() {
        Truth truth =
                new Truth(
                        Path.of("x.mp4"),
                        500,
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(
                                "flash", List.of(new Interval(50, 51)),
                                "whip_pan", List.of(new Interval(100, 110))));
        Score score = score(truth, 50, 52, 105, 300);
        assertThat(score.oneFrame().wrong()).isEqualTo(4);
        assertThat(score.lured("flash")).isEqualTo(2);
        assertThat(score.lured("whip_pan")).isEqualTo(1);
        assertThat(score.lured("title")).isZero();
    }

    @Test
    void judgesGradualChangesByWhereTheyAre() {
        Truth truth = truth(List.of(400), List.of(new Interval(100, 120)), List.of());
        Findings findings =
                new Findings(
                        List.of(),
                        List.of(span(110, 130), span(250, 260), span(399, 401)),
                        0,
                        null);
        Score score = Scorer.score(truth, STEADY, findings);
        assertThat(score.gradualsNamed()).isEqualTo(1);
        assertThat(score.gradualsSeen()).isEqualTo(1);
        assertThat(score.gradualsWrong()).isEqualTo(1);
    }

    private static Findings.Span span(int from, int to) {
        return new Findings.Span(
                new Place(Place.Unit.FRAME, from), new Place(Place.Unit.FRAME, to));
    }

    @Test
    void addsScoresUp() {
        Score sum = score(cuts(100), 100).plus(score(cuts(200), 100));
        assertThat(sum.oneFrame()).isEqualTo(new Counts(1, 1, 1));
        assertThat(sum.oneFrame().f1()).isEqualTo(0.5, within(1e-9));
        assertThat(Counts.NONE.f1()).isEqualTo(1);
    }
}
