// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import java.util.Arrays;

/**
 * How fast and how well something answered.
 *
 * @param name of it
 * @param p50 milliseconds that half of the questions took at most
 * @param p99 milliseconds that 99 of a hundred took at most
 * @param recall mean share of the true neighbours that were found, 0 to 1
 */
record ScanFigures(String name, double p50, double p99, double recall) {

    private static final double RARE = 0.99;

    /**
     * @param first number of the first question that counts
     * @param answers to it and those behind it, at least one
     */
    static ScanFigures of(String name, int first, Scan.Answer[] answers, TrueNeighbours truth) {
        double[] milliseconds =
                Arrays.stream(answers).mapToDouble(Scan.Answer::milliseconds).toArray();
        double recall = 0;
        for (int i = 0; i < answers.length; i++) {
            recall += truth.recall(first + i, answers[i].rows());
        }
        return new ScanFigures(
                name,
                Percentile.of(milliseconds, 0.5),
                Percentile.of(milliseconds, RARE),
                recall / answers.length);
    }
}
