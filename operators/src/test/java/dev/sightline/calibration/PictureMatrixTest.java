// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureMatrixTest {

    @ParameterizedTest
    @CsvSource({"1, 4", "3, 7", "256, 64", "9, 1"})
    void cosinesAreThoseOfThePicturesOneByOne(int count, int dimension) {
        Random random = new Random(count);
        List<StoredPicture> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pictures.add(StoredPicture.of(vector(dimension, random), new long[0]));
        }
        float[] vector = vector(dimension, random);
        float[] cosines = new PictureMatrix(pictures).cosines(vector);
        assertThat(cosines).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(cosines[i]).isCloseTo(pictures.get(i).cosine(vector), within(1e-4f));
        }
    }

    @Test
    void withoutPicturesThereIsNothing() {
        assertThat(new PictureMatrix(List.of()).cosines(new float[8])).isEmpty();
    }

    private static float[] vector(int dimension, Random random) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) (random.nextGaussian() / Math.sqrt(dimension));
        }
        return vector;
    }
}
