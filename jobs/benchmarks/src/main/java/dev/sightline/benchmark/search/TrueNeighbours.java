// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import dev.sightline.clip.DotProduct;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/** The rows that are nearest to each question, by a plain scan of the floats. */
final class TrueNeighbours {

    /** Sums of floats in another order differ by less; who is so near is as good. */
    private static final float SAME = 1e-6f;

    private final int top;
    private final List<Set<Integer>> right = new ArrayList<>();

    private record Neighbour(int row, float cosine) {}

    private TrueNeighbours(int top) {
        this.top = top;
    }

    /** Scans all vectors once. */
    static TrueNeighbours of(Workload workload) throws IOException {
        List<Nearest> nearest = new ArrayList<>();
        for (float[] question : workload.questions()) {
            // Twice as many, to have those that are as near as the last.
            nearest.add(new Nearest(question, 2 * workload.top()));
        }
        workload.vectors()
                .forEach(
                        (first, block) ->
                                nearest.parallelStream().forEach(each -> each.add(first, block)));
        TrueNeighbours neighbours = new TrueNeighbours(workload.top());
        nearest.forEach(each -> neighbours.right.add(each.rows(workload.top())));
        return neighbours;
    }

    /** The nearest to one question so far; the worst comes first. */
    private static final class Nearest {
        private final float[] question;
        private final int most;
        private final PriorityQueue<Neighbour> kept =
                new PriorityQueue<>(Comparator.comparingDouble(Neighbour::cosine));

        Nearest(float[] question, int most) {
            this.question = question;
            this.most = most;
        }

        void add(int first, float[][] block) {
            for (int i = 0; i < block.length; i++) {
                float cosine = DotProduct.of(block[i], 0, question);
                if (kept.size() < most) {
                    kept.add(new Neighbour(first + i, cosine));
                } else if (cosine > kept.peek().cosine) {
                    kept.poll();
                    kept.add(new Neighbour(first + i, cosine));
                }
            }
        }

        Set<Integer> rows(int top) {
            List<Neighbour> ranked = new ArrayList<>(kept);
            ranked.sort(Comparator.comparingDouble(Neighbour::cosine).reversed());
            float least = ranked.get(top - 1).cosine - SAME;
            Set<Integer> rows = new HashSet<>();
            ranked.stream().filter(each -> each.cosine >= least).forEach(e -> rows.add(e.row));
            return rows;
        }
    }

    /** Which share of a question's neighbours was found, 0 to 1. */
    double recall(int question, int[] found) {
        long rights = IntStream.of(found).distinct().filter(right.get(question)::contains).count();
        return Math.min(top, rights) / (double) top;
    }
}
