// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.RealVectors;
import dev.sightline.event.BudgetScope;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.event.QueryWeights;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A dog that plays in a park, and what must or must not show with it. */
class RealNegativesTest {

    private static final ArmingSettings SETTINGS =
            new ArmingSettings(
                    ReelMatches.BUNDLE.folder().toString(),
                    ReelMatches.BUNDLE.digest(),
                    Duration.ofSeconds(1));

    private static List<String> found(List<String> and, List<String> not) throws Exception {
        QueryStep step = new QueryStep("a dog", null, QueryWeights.EQUAL, and, not, 0);
        QueryRequest request =
                new QueryRequest(
                        "dog",
                        List.of(step),
                        List.of(),
                        List.of(),
                        24,
                        BudgetScope.STREAM,
                        null,
                        2000,
                        10_000,
                        1);
        try (var lease = QueryArming.acquire(SETTINGS)) {
            return ReelMatches.found(
                    lease.model().arm(request, 0),
                    ReelMatches.samples(RealVectors.clip("01_dog.mp4")));
        }
    }

    @Test
    void theDogIsFound() throws Exception {
        assertThat(found(List.of(), List.of())).containsExactly("close 0-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a dog in snow", "a toy dog", "a cat"})
    void whatIsNotThereTakesNothingAway(String not) throws Exception {
        assertThat(found(List.of(), List.of(not))).containsExactly("close 0-9");
    }

    @Test
    void whatIsThereTakesItAway() throws Exception {
        assertThat(found(List.of(), List.of("a dog on a path"))).isEmpty();
    }

    @Test
    void bothOfWhatIsThereAreFound() throws Exception {
        assertThat(found(List.of("a dog playing in a park"), List.of()))
                .containsExactly("close 0-9");
    }

    @Test
    void oneOfTwoIsNotEnough() throws Exception {
        assertThat(found(List.of("a swimming pool"), List.of())).isEmpty();
    }
}
