// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryMatrixTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 255, 256})
    void everyScoreIsTheInnerProductOfItsQuery(int dimension) {
        Random random = new Random(dimension);
        List<float[]> queries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            queries.add(vector(random, dimension));
        }
        float[] sample = vector(random, dimension);
        float[] scores = QueryMatrix.of(queries, dimension).scores(sample);
        assertThat(scores).hasSize(5);
        for (int i = 0; i < 5; i++) {
            double expected = 0;
            for (int j = 0; j < dimension; j++) {
                expected += (double) queries.get(i)[j] * sample[j];
            }
            assertThat((double) scores[i]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void noQueriesHaveNoScores() {
        assertThat(QueryMatrix.of(List.of(), 4).scores(new float[4])).isEmpty();
    }

    @Test
    void aVectorOfAnotherDimensionIsRefused() {
        assertThatThrownBy(() -> QueryMatrix.of(List.of(new float[3]), 4))
                .isInstanceOf(IllegalArgumentException.class);
        QueryMatrix matrix = QueryMatrix.of(List.of(new float[4]), 4);
        assertThatThrownBy(() -> matrix.scores(new float[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] vector(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return vector;
    }
}
