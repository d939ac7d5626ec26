// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.backtest.StoredChange.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SceneStartsTest {

    private static StoredChange change(Kind kind, long startMs, long endMs) {
        return new StoredChange("s", 1, kind, startMs, endMs);
    }

    private static List<Long> starts(long intervalMs, int samples, StoredChange... changes) {
        SceneStarts scenes = new SceneStarts(intervalMs, List.of(changes));
        List<Long> starts = new ArrayList<>();
        for (int k = 0; k < samples; k++) {
            starts.add(scenes.take(k, k * intervalMs, (k + 1) * intervalMs));
        }
        return starts;
    }

    @Test
    void withoutChangesThereIsOneScene() {
        assertThat(starts(1000, 3)).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aSceneBeginsWithTheFirstSampleBehindACut() {
        assertThat(starts(1000, 5, change(Kind.CUT, 1400, 1400), change(Kind.CUT, 3000, 3000)))
                .containsExactly(0L, 0L, 2L, 3L, 3L);
    }

    /** The one at 4 s is the first that lies 2.5 s behind its end. */
    @Test
    void aGradualChangeIsKnownWithASampleThatLiesFarEnoughBehindIt() {
        assertThat(starts(1000, 5, change(Kind.GRADUAL, 500, 1500)))
                .containsExactly(0L, 0L, 0L, 2L, 2L);
    }

    @Test
    void soIsACutBetweenSamplesThatAreCloseToEachOther() {
        assertThat(starts(200, 6, change(Kind.CUT, 200, 200)))
                .containsExactly(0L, 0L, 0L, 1L, 1L, 1L);
    }

    @Test
    void whereTheStreamEndsAllChangesAreKnown() {
        SceneStarts scenes = new SceneStarts(1000, List.of(change(Kind.GRADUAL, 500, 1500)));
        scenes.take(0, 0, 1000);
        scenes.take(1, 1000, 2000);
        assertThat(scenes.take(2, 2000, Long.MAX_VALUE)).isEqualTo(2);
    }

    @Test
    void theOrderOfTheChangesDoesNotMatter() {
        assertThat(starts(1000, 4, change(Kind.CUT, 3000, 3000), change(Kind.CUT, 1000, 1000)))
                .containsExactly(0L, 1L, 1L, 3L);
    }

    /** Sample 5 begins it, at 16 s it has lasted for five seconds, at 18.5 s that is decided. */
    @Test
    void aSceneThatBecameAnotherOneIsKnownWhenThatHasLasted() {
        List<Long> starts = starts(2000, 12, change(Kind.SEMANTIC, 9000, 9000));
        assertThat(starts.subList(0, 9)).containsOnly(0L);
        assertThat(starts.subList(9, 12)).containsOnly(5L);
    }

    @Test
    void anInterruptionBeginsASceneWithWhateverIsBehindIt() {
        SceneStarts scenes =
                new SceneStarts(1000, List.of(change(Kind.DISCONTINUITY, 1000, 90_000)));
        assertThat(scenes.interrupted(0, 1000)).isFalse();
        assertThat(scenes.take(0, 0, 1000)).isZero();
        assertThat(scenes.interrupted(1000, 9000)).isTrue();
        assertThat(scenes.take(1, 1000, Long.MAX_VALUE)).isZero();
        assertThat(scenes.interrupted(9000, 10_000)).isFalse();
        assertThat(scenes.take(9, 9000, 10_000)).isEqualTo(9);
    }
}
