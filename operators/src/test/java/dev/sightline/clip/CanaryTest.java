// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private long nanos = 1000;

    private Canary canary(int... references) {
        return new Canary(
                IntStream.of(references).mapToObj(SickEncoder::reference).toList(),
                INTERVAL,
                () -> nanos);
    }

    @Test
    void isDueAtOnceAndThenAtEachInterval() {
        Canary canary = canary(1);
        assertThat(canary.isDue()).isTrue();
        canary.check(SickEncoder.vector(1));
        assertThat(canary.isDue()).isFalse();
        assertThat(canary.untilDue()).isEqualTo(INTERVAL.toNanos());
        nanos += INTERVAL.toNanos();
        assertThat(canary.isDue()).isTrue();
    }

    @Test
    void showsOnePictureAfterTheOther() {
        Canary canary = canary(1, 2);
        for (int value : List.of(1, 2, 1)) {
            assertThat(canary.picture()).containsExactly(value);
            canary.check(SickEncoder.vector(value));
        }
    }

    @Test
    void takesRoundingForWhatItIs() {
        Canary canary = canary(1);
        double angle = 1 + Math.acos(0.9901);
        canary.check(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
        assertThat(canary.cosine()).isEqualTo(0.9901, within(1e-4));
    }

    @Test
    void refusesAnotherVectorAndSaysWhatToDo() {
        Canary canary = canary(1);
        double angle = 1 + Math.acos(0.9899);
        float[] other = {(float) Math.cos(angle), (float) Math.sin(angle)};
        assertThatThrownBy(() -> canary.check(other))
                .isInstanceOf(ModelException.WrongVector.class)
                .hasMessageContaining("picture-1.png (cosine 0.9899, at least 0.99 expected)")
                .hasMessageContaining("Try device cpu")
                .hasMessageContaining("reference.json");
        assertThat(canary.isDue()).isTrue();
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> canary(1).check(new float[] {Float.NaN, 0}))
                .isInstanceOf(ModelException.WrongVector.class);
    }

    @Test
    void withoutPicturesItIsNeverDue() {
        Canary canary = canary();
        nanos += Duration.ofDays(365).toNanos();
        assertThat(canary.isDue()).isFalse();
    }

    @Test
    void tellsHowLongAgoItPassed() {
        Canary canary = canary(1);
        canary.check(SickEncoder.vector(1));
        nanos += Duration.ofSeconds(7).toNanos();
        assertThat(canary.sincePassed()).isEqualTo(Duration.ofSeconds(7));
    }
}
