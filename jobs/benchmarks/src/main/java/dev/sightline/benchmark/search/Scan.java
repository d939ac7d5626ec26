// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.io.IOException;

/** Something that finds the nearest vectors. */
interface Scan extends AutoCloseable {

    /**
     * An answer.
     *
     * @param milliseconds that it took
     * @param rows found, the nearest first
     */
    record Answer(double milliseconds, int[] rows) {}

    /** For the table. */
    String name();

    /**
     * Answers questions one after the other.
     *
     * @param first number of the first question
     * @param count of questions
     */
    Answer[] ask(int first, int count) throws IOException;

    @Override
    void close() throws IOException;
}
