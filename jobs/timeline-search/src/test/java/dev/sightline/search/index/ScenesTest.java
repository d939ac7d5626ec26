// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.at;
import static dev.sightline.search.index.Generated.camera;
import static dev.sightline.search.index.Generated.change;
import static dev.sightline.search.index.Generated.cut;
import static dev.sightline.search.index.Generated.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredSample;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lies between changes. */
class ScenesTest extends GateIndexTest {

    private static List<String> spans(Timeline timeline) {
        return timeline.scenes().stream()
                .map(scene -> scene.startMs() + "-" + scene.endMs() + " " + scene.began())
                .toList();
    }

    @Test
    void scenesLieBetweenChanges() throws IOException {
        write(
                cut("b", camera("gate", 1), 4_500),
                change("a", camera("gate", 1), StoredChange.Kind.GRADUAL, 2_000, 2_400),
                sampleAt(9_000),
                sampleAt(1_000));

        assertThat(spans(timeline(1)))
                .containsExactly("1000-2400 null", "2400-4500 GRADUAL", "4500-9000 CUT");
        assertThat(timeline(1).scenes()).extracting(Scene::id).containsExactly("gate#1", "a", "b");
        assertThat(timeline(1).scenes())
                .extracting(Scene::picture)
                .containsExactly("s1000", "a", "b");
        assertThat(index.picture("a")).contains("file:/pictures/a");
    }

    @Test
    void theFirstSceneIsShownByItsFirstSampleThatHasAPicture() throws IOException {
        write(sampleAt(3_000), withoutPicture(1_000), sampleAt(2_000), sampleAt(5_000));
        assertThat(timeline(1).scenes()).extracting(Scene::picture).containsExactly("s2000");

        write(cut("a", camera("gate", 1), 2_000));
        assertThat(timeline(1).scenes())
                .as("its only sample has no picture")
                .extracting(Scene::picture)
                .containsExactly(null, "a");
    }

    @Test
    void theFirstSceneKeepsItsPictureWhenTheIndexIsOpenedAgain() throws IOException {
        write(sampleAt(3_000), withoutPicture(1_000), sampleAt(2_000));
        close();
        open();

        assertThat(timeline(1).scenes()).extracting(Scene::picture).containsExactly("s2000");
    }

    private static TimelineEvent withoutPicture(long ms) {
        StoredSample sample =
                new StoredSample(camera("gate", 1), "sha256:m", ms / 1000, at(ms), VECTOR, null);
        return new IndexedSample("s" + ms, sample);
    }

    @Test
    void anInterruptionSplitsAndMayEndTheEpoch() throws IOException {
        write(
                sampleAt(0),
                sampleAt(10_000),
                change("i", camera("gate", 1), StoredChange.Kind.DISCONTINUITY, 3_000, 5_000),
                change("j", camera("gate", 1), StoredChange.Kind.DISCONTINUITY, 10_000, 200));

        assertThat(spans(timeline(1))).containsExactly("0-5000 null", "5000-10000 DISCONTINUITY");
    }

    @Test
    void twoChangesAtOneMomentBeginOneScene() throws IOException {
        write(
                sampleAt(0),
                sampleAt(8_000),
                cut("x", camera("gate", 1), 4_000),
                change("y", camera("gate", 1), StoredChange.Kind.SEMANTIC, 3_500, 4_000));

        assertThat(spans(timeline(1))).hasSize(2);
    }
}
