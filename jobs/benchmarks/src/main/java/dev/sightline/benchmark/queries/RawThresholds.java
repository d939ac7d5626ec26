// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What thresholds on raw cosines reach, chosen with the truth at hand: one for all queries, and the
 * best for each, which no one can know beforehand.
 *
 * @param cosines of each query with each sample
 * @param truths whether each sample shows each query
 */
record RawThresholds(List<float[]> cosines, List<boolean[]> truths) {

    private static final int CANDIDATES = 200;

    /** Until the threshold is known better than cosines are. */
    private static final int HALVINGS = 20;

    /** The best mean F1 that one threshold for all gives, with that threshold. */
    Choice single() {
        Choice best = new Choice(0, -1);
        for (float threshold : candidates(cosines)) {
            double mean =
                    IntStream.range(0, truths.size())
                            .mapToDouble(i -> f1(i, threshold).f1())
                            .average()
                            .orElse(0);
            best = mean > best.macroF1() ? new Choice(threshold, mean) : best;
        }
        return best;
    }

    /** Mean F1 with the best threshold for each query. */
    double oracle() {
        return IntStream.range(0, truths.size()).mapToDouble(this::best).average().orElse(0);
    }

    private double best(int query) {
        double best = 0;
        for (float threshold : candidates(List.of(cosines.get(query)))) {
            best = Math.max(best, f1(query, threshold).f1());
        }
        return best;
    }

    /** The highest threshold for all that finds as large a share of what is shown. */
    float ofRecall(double recall) {
        float low = -1;
        float high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            float middle = (low + high) / 2;
            List<boolean[]> shown = cosines.stream().map(each -> above(each, middle)).toList();
            if (FoundRow.recall(shown, truths) >= recall) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many runs of samples there are. */
    static int runs(boolean[] above) {
        int runs = 0;
        for (int i = 0; i < above.length; i++) {
            runs += above[i] && (i == 0 || !above[i - 1]) ? 1 : 0;
        }
        return runs;
    }

    /** What one threshold finds of one query. */
    F1 f1(int query, float threshold) {
        return F1.of(above(cosines.get(query), threshold), truths.get(query));
    }

    static boolean[] above(float[] cosines, float threshold) {
        boolean[] above = new boolean[cosines.length];
        for (int i = 0; i < above.length; i++) {
            above[i] = cosines[i] >= threshold;
        }
        return above;
    }

    /** Thresholds between which there are equally many scores, closer together at the top. */
    private static float[] candidates(List<float[]> cosines) {
        int count = cosines.stream().mapToInt(scores -> scores.length).sum();
        float[] all = new float[count];
        int at = 0;
        for (float[] scores : cosines) {
            System.arraycopy(scores, 0, all, at, scores.length);
            at += scores.length;
        }
        Arrays.sort(all);
        float[] candidates = new float[CANDIDATES];
        for (int i = 0; i < CANDIDATES; i++) {
            double above = Math.pow(1.0 / count, (double) i / (CANDIDATES - 1));
            candidates[i] = all[(int) Math.min(count - 1, Math.round((1 - above) * count))];
        }
        return candidates;
    }

    /**
     * @param threshold raw cosine
     * @param macroF1 mean over the queries
     */
    record Choice(float threshold, double macroF1) {}
}
