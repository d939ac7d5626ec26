// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.query.MadePictures;
import dev.sightline.search.query.SearchModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnrelatedSentencesTest {

    private static final MadePictures PICTURES = MadePictures.SHARED;
    private static final int SAMPLES = 3500;

    private final SearchModel model = PICTURES.models().model(null);
    private final MemoryIndex index = new MemoryIndex();

    private void fill(String streamId, int samples) {
        for (int i = 0; i < samples; i++) {
            PICTURES.addGeneral(index, streamId, i, 1);
        }
    }

    private double level(int part, long searched) throws IOException {
        return new UnrelatedSentences(index, part).level(model, SampleFilter.ALL, searched);
    }

    @Test
    void aPartOfTheSamplesTellsWhatAllWould() throws IOException {
        fill("a.mp4", SAMPLES);
        double all = level(SAMPLES, SAMPLES);
        assertThat(level(SAMPLES / 3, SAMPLES)).isCloseTo(all, within(0.3));
        assertThat(level(SAMPLES / 20, SAMPLES)).isCloseTo(all, within(0.4));
    }

    @Test
    void theLastLevelServesWhileANewOneIsFound() throws IOException {
        List<Runnable> later = new ArrayList<>();
        KeptLevels levels = new KeptLevels(new UnrelatedSentences(index), later::add);
        fill("a.mp4", 10);
        double first = levels.level(model, SampleFilter.ALL, 10);
        fill("b.mp4", 100);
        assertThat(levels.level(model, SampleFilter.ALL, 19)).isEqualTo(first);
        assertThat(later).isEmpty();
        assertThat(levels.level(model, SampleFilter.ALL, 110)).isEqualTo(first);
        assertThat(levels.level(model, SampleFilter.ALL, 110)).isEqualTo(first);
        assertThat(later).hasSize(1);
        later.get(0).run();
        assertThat(levels.level(model, SampleFilter.ALL, 110)).isGreaterThan(first);
        assertThat(later).hasSize(1);
    }
}
