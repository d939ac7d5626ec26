// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecallTest {

    private static final Span SHOWN = new Span("a.mp4", 0, 10_000);
    private static final Span ELSEWHERE = new Span("b.mp4", 0, 10_000);
    private static final Span TOO_SHORT = new Span("a.mp4", 0, 4_999);
    private static final Span HALF = new Span("a.mp4", 5_000, 10_000);

    private static Asked asked(boolean standsOut, Span... found) {
        return Asked.of(new Question("a dog", List.of(SHOWN)), standsOut, List.of(found));
    }

    @Test
    void theFirstRightOneCounts() {
        Asked asked = asked(true, ELSEWHERE, TOO_SHORT, HALF, SHOWN);
        assertThat(asked.moment()).isEqualTo(3);
        assertThat(asked.video()).isEqualTo(2);
        assertThat(asked(true).moment()).isZero();
    }

    @Test
    void anyOfThePlacesIsRight() {
        Question question = new Question("a dog", List.of(SHOWN, ELSEWHERE));
        assertThat(Asked.of(question, true, List.of(ELSEWHERE)).moment()).isEqualTo(1);
    }

    @Test
    void whatDoesNotStandOutIsNotShown() {
        Asked hidden = asked(false, SHOWN);
        assertThat(hidden.moment()).isEqualTo(1);
        assertThat(hidden.gated().moment()).isZero();
        assertThat(hidden.gated().video()).isZero();
        assertThat(asked(true, SHOWN).gated().moment()).isEqualTo(1);
    }

    @Test
    void onlyFiveAreLookedAt() {
        List<Span> late = new ArrayList<>(Collections.nCopies(5, ELSEWHERE));
        late.add(SHOWN);
        List<Asked> asked =
                List.of(
                        asked(true, SHOWN),
                        asked(true, TOO_SHORT),
                        asked(true, ELSEWHERE, HALF),
                        asked(true, late.toArray(Span[]::new)));
        assertThat(Recall.of(asked)).isEqualTo(new Recall(0.25, 0.5, 0.5, 0.75));
    }

    @Test
    void nothingAskedIsNoRecall() {
        assertThatThrownBy(() -> Recall.of(List.of())).hasMessage("no questions");
    }

    @Test
    void theTableHasALineForAllAndForEachVideo() {
        Span other = new Span("/clips/b.mp4", 0, 1_000);
        Asked found = asked(true, SHOWN);
        Asked hidden = Asked.of(new Question("a cat", List.of(other)), false, List.of(other));
        List<String> lines =
                MomentsTable.lines(
                        "captions", List.of(found, hidden), List.of("a.mp4", "/clips/b.mp4"));
        assertThat(lines).hasSize(6);
        assertThat(lines.get(3).split("\\s+"))
                .containsExactly(
                        "all", "2", "1", "0.50", "0.50", "0.50", "0.50", "1.00", "1.00", "1.00",
                        "1.00");
        assertThat(lines.get(5).split("\\s+"))
                .startsWith("b.mp4", "1", "1", "0.00")
                .endsWith("1.00");
    }
}
