// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.RealVectors;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamPicturesTest {

    private static final int DIMENSION = 64;
    private static final long[] NOTHING = {};

    private final Random random = new Random(5);

    private float[] unit(float[] near, double noise) {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (near[i] + noise * random.nextGaussian());
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private float[] unit() {
        return unit(new float[DIMENSION], 1);
    }

    private StreamPictures many(StreamPictures before, int count) {
        StreamPictures pictures = before;
        for (int i = 0; i < count; i++) {
            pictures = pictures.with(unit(), NOTHING);
        }
        return pictures;
    }

    @Test
    void aStillPictureIsOnePicture() {
        float[] still = unit();
        StreamPictures pictures = StreamPictures.NONE;
        for (int i = 0; i < 500; i++) {
            pictures = pictures.with(unit(still, 0.01), NOTHING);
        }
        assertThat(pictures.bank()).isEmpty();
        assertThat(pictures.waiting()).hasSize(1);
    }

    @Test
    void itDoesNotGrowAndForgetsWhatIsLongAgo() {
        StreamPictures full = many(StreamPictures.NONE, 400);
        assertThat(full.bank()).hasSize(StreamPictures.MOST);
        StreamPictures later = many(full, 20_000);
        assertThat(later.bank()).hasSize(StreamPictures.MOST);
        assertThat(later.waiting().size()).isLessThan(32 + 9);
        assertThat(later.bank().stream().filter(full.bank()::contains).count()).isLessThan(8);
    }

    @Test
    void theSamePicturesGiveTheSameBank() {
        StreamPictures one = many(StreamPictures.NONE, 3000);
        random.setSeed(5);
        StreamPictures other = many(StreamPictures.NONE, 3000);
        assertThat(other.generation()).isEqualTo(one.generation());
        for (int i = 0; i < StreamPictures.MOST; i++) {
            assertThat(other.bank().get(i).values()).isEqualTo(one.bank().get(i).values());
        }
    }

    @Test
    void theNextGenerationIsKnownBeforeItCountsAndStaysTheSameMeanwhile() {
        StreamPictures pictures = many(StreamPictures.NONE, 400);
        while (!pictures.isPreparing()) {
            pictures = many(pictures, 1);
        }
        List<StoredPicture> next = pictures.next().bank();
        long generation = pictures.generation();
        for (int left = StreamPictures.MOST / 32; left > 0; left--) {
            assertThat(pictures.samplesLeft()).isEqualTo(left);
            assertThat(pictures.generation()).isEqualTo(generation);
            assertThat(pictures.next().bank()).isEqualTo(next);
            pictures = many(pictures, 1);
        }
        assertThat(pictures.generation()).isEqualTo(generation + 1);
        assertThat(pictures.bank()).isEqualTo(next);
        assertThat(pictures.isPreparing()).isFalse();
        assertThat(pictures.waiting()).isNotEmpty();
    }

    @Test
    void fewPicturesCountAtOnce() {
        assertThat(many(StreamPictures.NONE, 8).generation()).isEqualTo(1);
    }

    @Test
    void aCameraThatAlwaysLooksALittleLikeItRaisesTheLocation() {
        float[] text = unit();
        Term term = Term.of(text, new TermBackground(0, 0.1));
        assertThat(StreamPictures.NONE.background(term)).isEqualTo(term.background());
        StreamPictures pictures = StreamPictures.NONE;
        for (int i = 0; i < 2000; i++) {
            float[] like = new float[DIMENSION];
            for (int j = 0; j < DIMENSION; j++) {
                like[j] = 0.3f * text[j];
            }
            pictures = pictures.with(unit(like, 0.12), NOTHING);
        }
        TermBackground there = pictures.background(term);
        assertThat(there.location()).isGreaterThan(0.1);
        assertThat(there.spread()).isEqualTo(0.1);
    }

    @Test
    void whatAQueryMatchesIsNoBackgroundOfIts() {
        float[] text = unit();
        Term matched = Term.of(text, new TermBackground(0, 0.1));
        StreamPictures pictures = StreamPictures.NONE;
        for (int i = 0; i < 200; i++) {
            float[] shows = unit(text, 0.1);
            pictures = pictures.with(shows, new long[] {matched.id()});
        }
        assertThat(pictures.background(matched)).isEqualTo(matched.background());
        Term other = new Term(matched.id() + 1, text, matched.background());
        assertThat(pictures.background(other).location()).isGreaterThan(0.4);
    }

    @Test
    void aByteADimensionIsEnough() {
        float[] bank = RealVectors.background();
        for (int row = 0; row < 200; row++) {
            float[] vector =
                    Arrays.copyOfRange(
                            bank, row * RealVectors.DIMENSION, (row + 1) * RealVectors.DIMENSION);
            float cosine = StoredPicture.of(vector, NOTHING).cosine(vector);
            assertThat(cosine).isCloseTo(1, within(0.01f));
        }
    }
}
