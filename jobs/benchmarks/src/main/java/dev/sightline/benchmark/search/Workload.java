// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is searched and what is asked, the same for all.
 *
 * @param vectors that are searched
 * @param asked the questions, in a file
 * @param questions the same in memory
 * @param samples what the index takes the vectors for
 * @param top how many neighbours are looked for
 */
record Workload(
        VectorFile vectors,
        VectorFile asked,
        float[][] questions,
        IndexedVectors samples,
        int top) {

    /**
     * Writes both files.
     *
     * @param folder that takes them
     * @param rows of vectors that are searched
     * @param streams that they are spread over
     * @param questions how many
     */
    static Workload write(
            Path folder, GeneratedVectors generated, int rows, int streams, int questions, int top)
            throws IOException {
        int dimension = generated.dimension();
        VectorFile asked =
                VectorFile.write(
                        folder.resolve("questions.f32"), questions, dimension, generated::question);
        VectorFile vectors =
                VectorFile.write(
                        folder.resolve("vectors.f32"), rows, dimension, row -> generated.next());
        int perStream = (rows + streams - 1) / streams;
        return new Workload(vectors, asked, asked.read(), new IndexedVectors(perStream), top);
    }
}
