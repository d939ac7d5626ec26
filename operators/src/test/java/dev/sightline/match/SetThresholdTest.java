// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.RealVectors;
import dev.sightline.calibration.Term;
import dev.sightline.event.BudgetScope;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users are told of thresholds that they set by hand. */
class SetThresholdTest {

    private static final Term CAT =
            ReelMatches.CALIBRATION.term(RealVectors.queries().get("a cat"));

    private static List<ToldMatch> told(double threshold) throws InterruptedException {
        QueryRequest request =
                new QueryRequest(
                        "cats",
                        List.of(QueryStep.ofText("a cat")),
                        List.of(),
                        List.of(),
                        1,
                        BudgetScope.STREAM,
                        threshold,
                        2000,
                        10_000,
                        1);
        ArmedStep step = new ArmedStep(List.of(CAT), List.of(), 0);
        ArmedQuery query = new ArmedQuery(request, List.of(step), List.of(), null, 0);
        List<ToldMatch> told = new ArrayList<>();
        StreamMatcher matcher =
                ReelMatches.matcher(
                        StreamMemory.NONE,
                        match -> {
                            told.add(match);
                            return match.picture();
                        });
        ActiveQueries queries = new ActiveQueries(List.of(query));
        for (MatchSample sample : ReelMatches.reel()) {
            matcher.observe(sample, queries);
        }
        matcher.end(CloseReason.ENDED);
        return told;
    }

    @Test
    void theThresholdOfTheEventsIsTheOneThatWasSetWhateverThePicture() throws Exception {
        List<ToldMatch> told = told(0.25);
        assertThat(told).isNotEmpty();
        assertThat(told)
                .extracting(match -> match.phase().interval().peak().meaning().threshold())
                .allSatisfy(shown -> assertThat(shown).isCloseTo(0.25, within(1e-6)));
    }

    @Test
    void oneBelowWhatIsUsualIsOpenAllTheTime() throws Exception {
        double belowUsual = CAT.background().location() - 0.2;
        assertThat(told(belowUsual))
                .filteredOn(match -> match.phase().phase() == MatchPhase.Phase.OPEN)
                .singleElement()
                .satisfies(
                        open ->
                                assertThat(open.phase().interval().startK())
                                        .isEqualTo(ReelMatches.reel().get(0).k()));
    }
}
