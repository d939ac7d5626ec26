// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBlockTest {

    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 7, 10, 11, 35, 36, 37, 256, 700})
    void productsAreWithinTheirBounds(int dimension) {
        float[][] vectors = new float[301][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = unit(random, dimension);
            vectors[i][random.nextInt(dimension)] *= i % 20 == 0 ? 8 : 1;
        }

        assertBounds(vectors, unit(random, dimension));
        assertBounds(vectors, vectors[17]);
        assertBounds(vectors, new float[dimension]);
    }

    /** All on the sides that the query has, and as far as can be: what 16 bits just hold. */
    @ParameterizedTest
    @ValueSource(ints = {6, 30, 36, 72, 256, 4096})
    void theLargestSumsFit(int dimension) {
        float[] query = new float[dimension];
        float[] same = new float[dimension];
        float[] opposite = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            query[i] = random.nextBoolean() ? 1 : -1;
            same[i] = query[i];
            opposite[i] = -query[i];
        }
        float[] first = new float[dimension];
        first[0] = -1;

        assertBounds(new float[][] {same, opposite, same, opposite}, query);
        assertBounds(new float[][] {opposite, same}, query);
        assertBounds(new float[][] {same, opposite, first}, first);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 36, 37, 4096})
    void boundsHoldForWhatNoModelMakes(int dimension) {
        for (float size :
                new float[] {0, Float.MIN_VALUE, 189 * Float.MIN_VALUE, 1, 1e19f, 3e38f}) {
            float[][] vectors = new float[6][dimension];
            for (int i = 0; i < vectors.length; i++) {
                for (int d = 0; d < dimension; d++) {
                    vectors[i][d] = size / 2 * random.nextInt(3) * (i % 2 == 0 ? 1 : -1);
                }
            }
            assertBounds(vectors, unit(random, dimension));
            assertBounds(vectors, new float[dimension]);
            assertBounds(new float[][] {vectors[0], vectors[0], vectors[0]}, vectors[1]);
        }
    }

    @Test
    void aFullBlockHasBounds() {
        float[][] vectors = new float[CodeBlock.CAPACITY][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = unit(random, 7);
        }
        assertBounds(vectors, unit(random, 7));
    }

    @Test
    void aBlockThatIsNotFullHasBoundsToo() {
        float[][] vectors = {unit(random, 30), unit(random, 30), unit(random, 30), null};

        assertBounds(vectors, unit(random, 30), new int[] {4, 8, 9});
    }

    @Test
    void whatIsAlikeHasNarrowBounds() {
        float[] common = unit(random, 256);
        float[][] vectors = new float[100][256];
        for (float[] vector : vectors) {
            float[] own = unit(random, 256);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = common[i] + 0.01f * own[i];
            }
        }
        CodeBlock block = new CodeBlock(vectors, new int[100]);

        assertThat(block.coarseError(3)).isLessThan(0.001f);
        assertThat(block.error(3)).isLessThan(0.0002f);
        assertThat(new RoundedQuery(common).error(block)).isLessThan(0.0002);
    }

    private static void assertBounds(float[][] vectors, float[] query) {
        assertBounds(vectors, query, IntStream.range(0, vectors.length).toArray());
    }

    private static void assertBounds(float[][] vectors, float[] query, int[] documents) {
        CodeBlock block = new CodeBlock(vectors, documents);
        RoundedQuery rounded = new RoundedQuery(query);
        CodeSums sums = new CodeSums();
        sums.compute(block, rounded.digits());
        double center = rounded.exact(block.center());
        double error = rounded.error(block);
        for (int i = 0; i < documents.length; i++) {
            double exact = rounded.exact(vectors[i]) - center;
            double coarse = rounded.coarse(block, i, sums.of(i));
            double fine = rounded.fine(block, i, sums.of(i));
            assertThat(Math.abs(exact - coarse))
                    .isLessThanOrEqualTo(error + rounded.error(block.coarseError(i)));
            assertThat(Math.abs(exact - fine))
                    .isLessThanOrEqualTo(error + rounded.error(block.error(i)));
            assertThat(block.document(i)).isEqualTo(documents[i]);
        }
    }
}
