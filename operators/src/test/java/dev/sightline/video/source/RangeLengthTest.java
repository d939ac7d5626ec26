// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeLengthTest {

    private static final RangeLength TEN = new RangeLength(10);

    @Test
    void countsTheGridPointsOfAPieceOfMedia() {
        assertThat(RangeLength.of(Duration.ofSeconds(60), Duration.ofMillis(500)))
                .isEqualTo(new RangeLength(120));
        assertThat(RangeLength.of(Duration.ofSeconds(10), Duration.ofMillis(3000)).positions())
                .isEqualTo(4);
    }

    @Test
    void keepsARangeWorthOpeningTheFile() {
        assertThat(RangeLength.of(Duration.ofSeconds(60), Duration.ofMinutes(1)).positions())
                .isEqualTo(RangeLength.LEAST_POSITIONS);
    }

    @Test
    void cutsAtMultiplesOnly() {
        assertThat(TEN.cutBehind(-1, 65, 2)).hasValue(30);
        assertThat(TEN.cutBehind(0, 65, 2)).hasValue(30);
        assertThat(TEN.cutBehind(29, 65, 2)).hasValue(30);
        assertThat(TEN.cutBehind(30, 65, 3)).hasValue(40);
        assertThat(TEN.cutBehind(30, 65, 2)).isEmpty();
    }

    @Test
    void cutsAsManyEqualRangesAsThereAreReaders() {
        assertThat(cuts(48, 2)).containsExactly(20L);
        assertThat(cuts(125, 4)).containsExactly(30L, 60L, 90L);
        assertThat(cuts(40, 20)).containsExactly(10L, 20L, 30L);
    }

    @Test
    void cutsAMultipleOfThatIfOneRangeWouldBeTooLong() {
        assertThat(cuts(200, 2)).containsExactly(50L, 100L, 150L);
    }

    /** More than what waits downstream would be, read ahead by all readers together. */
    @Test
    void cutsNoLongerRangesForMoreReaders() {
        assertThat(TEN.cutBehind(0, 1_000_000, 2)).hasValue(80);
        assertThat(TEN.cutBehind(0, 1_000_000, 7)).hasValue(20);
        assertThat(TEN.cutBehind(0, 1_000_000, 20)).hasValue(10);
    }

    private static List<Long> cuts(long filePositions, int readers) {
        List<Long> cuts = new ArrayList<>();
        OptionalLong cut = TEN.cutBehind(-1, filePositions, readers);
        while (cut.isPresent()) {
            cuts.add(cut.getAsLong());
            cut = TEN.cutBehind(cut.getAsLong(), filePositions, readers);
        }
        return cuts;
    }

    @Test
    void holdsBackTwoOfTheLongestRangesAReaderAhead() {
        assertThat(TEN.isTooFar(319, 2)).isFalse();
        assertThat(TEN.isTooFar(320, 2)).isTrue();
        assertThat(TEN.isTooFar(399, 20)).isFalse();
        assertThat(TEN.isTooFar(400, 20)).isTrue();
    }

    @Test
    void leavesNoPieceShorterThanARange() {
        assertThat(TEN.cutBehind(0, 20, 2)).hasValue(10);
        assertThat(TEN.cutBehind(0, 19, 2)).isEmpty();
        assertThat(TEN.cutBehind(10, 29, 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 100})
    void leavesALengthBehindEachCutWhateverTheNumberOfReaders(int readers) {
        for (long next = -1; next < 70; next++) {
            OptionalLong cut = TEN.cutBehind(next, 65, readers);
            long before = next;
            cut.ifPresent(to -> assertThat(to).isGreaterThan(before).isLessThanOrEqualTo(55));
            assertThat(TEN.cuts(next, 65)).isEqualTo(next < 50);
        }
    }

    @Test
    void cutsNothingOfAFileOfUnknownLength() {
        assertThat(TEN.cutBehind(-1, 0, 2)).isEmpty();
        assertThat(TEN.cutBehind(50, 20, 2)).isEmpty();
    }

    @Test
    void cutsNothingWhenItIsOff() {
        assertThat(RangeLength.of(Duration.ZERO, Duration.ofSeconds(1))).isEqualTo(RangeLength.OFF);
        assertThat(RangeLength.OFF.cutBehind(0, 1_000_000, 2)).isEmpty();
        assertThat(RangeLength.OFF.isTooFar(1_000_000, 2)).isFalse();
    }

    @Test
    void refusesANegativeLength() {
        assertThatThrownBy(() -> new RangeLength(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
