// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What following queries along a timeline gave.
 *
 * @param shown for each query, which samples lie in one of its matches
 * @param opened for each query, how many matches it had
 */
record Followed(List<boolean[]> shown, int[] opened) {

    /** Matches of each query in which no sample shows it. */
    int[] wrong(List<boolean[]> truths) {
        int[] wrong = new int[shown.size()];
        for (int query = 0; query < wrong.length; query++) {
            wrong[query] = wrong(shown.get(query), truths.get(query));
        }
        return wrong;
    }

    /** Matches a query and hour. */
    double perHour(int seconds) {
        return IntStream.of(opened).average().orElse(0) / (seconds / 3600.0);
    }

    private static int wrong(boolean[] shown, boolean[] truth) {
        int wrong = 0;
        boolean right = false;
        for (int i = 0; i < shown.length; i++) {
            right |= shown[i] && truth[i];
            boolean ends = shown[i] && (i + 1 == shown.length || !shown[i + 1]);
            if (ends) {
                wrong += right ? 0 : 1;
                right = false;
            }
        }
        return wrong;
    }
}
