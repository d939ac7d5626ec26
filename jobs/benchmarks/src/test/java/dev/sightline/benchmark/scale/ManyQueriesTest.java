// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.VectorBank;
import dev.sightline.match.ActiveQueries;
import dev.sightline.match.MatchSample;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManyQueriesTest {

    private static final int DIMENSION = 16;

    private final VectorBank pictures = bank(512, 1);
    private final VectorBank sentences = bank(64, 2);
    private final ManyQueries many =
            new ManyQueries(ModelCalibration.of(pictures, sentences), pictures, sentences, 3);

    private static VectorBank bank(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * DIMENSION];
        for (int row = 0; row < count; row++) {
            double squares = 0;
            for (int i = row * DIMENSION; i < (row + 1) * DIMENSION; i++) {
                values[i] = (float) random.nextGaussian();
                squares += values[i] * values[i];
            }
            for (int i = row * DIMENSION; i < (row + 1) * DIMENSION; i++) {
                values[i] /= (float) Math.sqrt(squares);
            }
        }
        return new VectorBank(DIMENSION, values);
    }

    @Test
    void aStreamShowsAPictureForFiveSamples() {
        List<MatchSample> stream = many.stream(12);
        assertThat(stream).extracting(MatchSample::k).startsWith(0L, 1L, 2L).hasSize(12);
        assertThat(stream)
                .extracting(MatchSample::sceneStart)
                .containsExactly(0L, 0L, 0L, 0L, 0L, 5L, 5L, 5L, 5L, 5L, 10L, 10L);
        assertThat(cosine(stream.get(0).vector(), stream.get(1).vector())).isGreaterThan(0.9);
        assertThat(cosine(stream.get(0).vector(), stream.get(0).vector()))
                .isCloseTo(1, within(1e-5));
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Test
    void followingThemTakesTimeAndState() throws Exception {
        FollowedStream followed = new FollowedStream(many, 100);
        ActiveQueries queries = many.queries(100);
        FollowedStream.Cost cost = followed.follow(queries, many.stream(40), 10);
        assertThat(cost.meanMs()).isPositive().isLessThanOrEqualTo(cost.mostMs());
        assertThat(cost.rareMs()).isLessThanOrEqualTo(cost.mostMs());
        assertThat(cost.stateBytes()).isPositive();
    }

    @Test
    void aLineSaysWhatAQueryAddsToTheState() {
        FollowedStream.Cost cost = new FollowedStream.Cost(3, 4, 5, 1200, 7);
        assertThat(ScaleTable.line(100, cost, 12, 1000)).contains("25.0%", " 2.0 ", " 7");
    }
}
