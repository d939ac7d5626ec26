// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.calibration.Term;
import dev.sightline.clip.Vectors;
import dev.sightline.clip.WeightedVectors;
import dev.sightline.search.index.MadeEvents;
import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.query.MadePictures;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.query.Sought;
import dev.sightline.search.query.SoughtVectors;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptyAnswerTest {

    private static final MadePictures PICTURES = MadePictures.SHARED;

    private static Sought sought() throws IOException {
        return new SoughtVectors(new MemoryIndex(), PICTURES.models())
                .of(SearchRequest.ofText("a dragon"));
    }

    /** Near to all texts, as a title is that is only letters. */
    private static float[] nearToAll() {
        List<Term> sentences = PICTURES.models().model(null).calibration().control().terms();
        float[] sum = sentences.get(0).vector();
        for (int i = 1; i < 200; i++) {
            sum = WeightedVectors.sum(sum, i, sentences.get(i).vector(), 1);
        }
        return sum;
    }

    private static FoundInterval interval(Sought sought, String streamId, float[] vector) {
        double cosine = Vectors.dot(sought.vector(), vector);
        ScoredSample sample =
                new ScoredSample(MadeEvents.sample(streamId, 7, PICTURES.digest(), vector), cosine);
        return new FoundInterval(sample, sample, sample, null, 0);
    }

    private static double evidence(Sought sought, FoundInterval interval) {
        return sought.evidence(interval.vector(), interval.peak().cosine());
    }

    @Test
    void whereNothingIsLeftThatIsSaid() throws IOException {
        assertThat(EmptyAnswer.why(sought(), List.of(), 0)).contains(EmptyAnswer.NOTHING_LEFT);
    }

    @Test
    void aPictureThatIsNearToEverythingHidesNothing() throws IOException {
        Sought sought = sought();
        FoundInterval title = interval(sought, "title.mp4", nearToAll());
        FoundInterval dragon = interval(sought, "dragon.mp4", PICTURES.showing("a dragon", 1030));
        assertThat(title.peak().cosine()).isGreaterThan(dragon.peak().cosine());
        double level = evidence(sought, dragon);
        assertThat(evidence(sought, title)).isLessThan(level);

        assertThat(EmptyAnswer.why(sought, List.of(title, dragon), level)).isEmpty();
        assertThat(EmptyAnswer.why(sought, List.of(title), level))
                .hasValueSatisfying(why -> assertThat(why).contains("0:00:07 in title.mp4"));
        assertThat(EmptyAnswer.why(sought, List.of(title, dragon), level + 0.1))
                .as("the best by its evidence is told of")
                .hasValueSatisfying(why -> assertThat(why).contains("in dragon.mp4"));
    }
}
