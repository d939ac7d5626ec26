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
            starts.add(scenes.observe(k, k * intervalMs));
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

    @Test
    void aSampleWithinAGradualChangeBelongsToTheSceneBefore() {
        assertThat(starts(1000, 4, change(Kind.GRADUAL, 500, 1500)))
                .containsExactly(0L, 0L, 2L, 2L);
    }

    @Test
    void theOrderOfTheChangesDoesNotMatter() {
        assertThat(starts(1000, 4, change(Kind.CUT, 3000, 3000), change(Kind.CUT, 1000, 1000)))
                .containsExactly(0L, 1L, 1L, 3L);
    }

    /** Sample 5 begins it, sample 8 is five seconds behind; the one at 25 s decides. */
    @Test
    void aSceneThatBecameAnotherOneIsKnownWhenThatHasLasted() {
        List<Long> starts = starts(2000, 12, change(Kind.SEMANTIC, 9000, 9000));
        assertThat(starts.subList(0, 8)).containsOnly(0L);
        assertThat(starts.subList(9, 12)).containsOnly(5L);
    }

    @Test
    void anInterruptionBeginsASceneWithWhateverIsBehindIt() {
        SceneStarts scenes =
                new SceneStarts(1000, List.of(change(Kind.DISCONTINUITY, 1000, 90_000)));
        assertThat(scenes.observe(1, 1000)).isEqualTo(1);
        assertThat(scenes.interrupted()).isFalse();
        assertThat(scenes.observe(9, 9000)).isEqualTo(9);
        assertThat(scenes.interrupted()).isTrue();
        assertThat(scenes.observe(10, 10_000)).isEqualTo(9);
        assertThat(scenes.interrupted()).isFalse();
    }
}
