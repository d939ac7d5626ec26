// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Vectors in a file, row after row of little-endian floats, as NumPy maps them.
 *
 * @param path the file
 * @param rows how many vectors
 * @param dimension of each
 */
record VectorFile(Path path, int rows, int dimension) {

    private static final int BUFFER = 1 << 20;

    /** Rows that are shown at once. */
    static final int BLOCK = 4096;

    /** Something that takes rows. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param first number of the first row
         * @param block vectors, for the visitor to keep
         */
        void rows(int first, float[][] block) throws IOException;
    }

    /**
     * Writes a file.
     *
     * @param vector the vector of a row, asked for in order
     */
    static VectorFile write(Path path, int rows, int dimension, IntFunction<float[]> vector)
            throws IOException {
        ByteBuffer row = row(dimension);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), BUFFER)) {
            for (int i = 0; i < rows; i++) {
                row.asFloatBuffer().put(vector.apply(i));
                out.write(row.array());
            }
        }
        return new VectorFile(path, rows, dimension);
    }

    private static ByteBuffer row(int dimension) {
        return ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Shows all rows in order, in blocks. */
    void forEach(Visitor visitor) throws IOException {
        ByteBuffer row = row(dimension);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
            for (int first = 0; first < rows; first += BLOCK) {
                float[][] block = new float[Math.min(BLOCK, rows - first)][dimension];
                for (float[] vector : block) {
                    if (in.readNBytes(row.array(), 0, row.capacity()) < row.capacity()) {
                        throw new EOFException(path + " ends too early");
                    }
                    row.asFloatBuffer().get(vector);
                }
                visitor.rows(first, block);
            }
        }
    }

    /** All rows, where they are few. */
    float[][] read() throws IOException {
        float[][] all = new float[rows][];
        forEach((first, block) -> Arrays.setAll(block, i -> all[first + i] = block[i]));
        return all;
    }
}
