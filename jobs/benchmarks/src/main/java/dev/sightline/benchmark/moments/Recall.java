// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Shares of the questions whose answer was right, 0 to 1.
 *
 * @param first a right moment comes first
 * @param firstFive one is among the first five
 * @param firstVideo the first moment is in a right video
 * @param firstFiveVideo one of the first five is
 */
record Recall(double first, double firstFive, double firstVideo, double firstFiveVideo) {

    private static final int FIVE = 5;

    /**
     * @param asked at least one
     */
    static Recall of(List<Asked> asked) {
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("no questions");
        }
        return new Recall(
                within(asked, 1, Asked::moment),
                within(asked, FIVE, Asked::moment),
                within(asked, 1, Asked::video),
                within(asked, FIVE, Asked::video));
    }

    private static double within(List<Asked> asked, int most, ToIntFunction<Asked> rank) {
        long right =
                asked.stream().mapToInt(rank).filter(place -> place >= 1 && place <= most).count();
        return right / (double) asked.size();
    }
}
