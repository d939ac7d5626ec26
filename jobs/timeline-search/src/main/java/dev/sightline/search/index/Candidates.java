// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/**
 * The vectors of some blocks that may be among the nearest, as far as one thread has looked. With
 * the lower bounds of the nearest so far, what cannot come near enough is left out; nothing else
 * is.
 */
final class Candidates {

    private static final int ROOM = 4096;

    /**
     * Vectors to look at.
     *
     * @param accepted documents that count, or null for all
     */
    record Part(LeafReaderContext leaf, CodeBlock block, Bits accepted) {

        boolean accepts(int index) {
            return accepted == null || accepted.get(block.document(index));
        }
    }

    /**
     * @param upper the product is not greater
     */
    record Candidate(Part part, int index, double upper) {}

    private final RoundedQuery query;
    private final CodeSums sums = new CodeSums();
    private final int limit;
    private final PriorityQueue<Double> lower = new PriorityQueue<>();
    private List<Candidate> candidates = new ArrayList<>();
    private int prune;

    Candidates(RoundedQuery query, int limit) {
        this.query = query;
        this.limit = limit;
        this.prune = 2 * limit + ROOM;
    }

    /** Of most vectors the upper parts of their codes say that they are too far. */
    void scan(Part part, double known) {
        CodeBlock block = part.block();
        sums.compute(block, query.digits());
        double center = query.exact(block.center());
        double error = query.error(block);
        double least = Math.max(known, least());
        for (int i = 0; i < block.size(); i++) {
            double coarse = query.coarse(block, i, sums.of(i)) + query.error(block.coarseError(i));
            if (center + error + coarse >= least && part.accepts(i)) {
                double product = center + query.fine(block, i, sums.of(i));
                least = take(part, i, product, error + query.error(block.error(i)), least);
            }
        }
        if (candidates.size() > prune) {
            candidates = atLeast(least);
            prune = 2 * candidates.size() + ROOM;
        }
    }

    private double take(Part part, int index, double product, double error, double least) {
        if (product + error < least) {
            return least;
        }
        candidates.add(new Candidate(part, index, product + error));
        return Math.max(least, note(product - error));
    }

    private double note(double bound) {
        if (lower.size() < limit) {
            lower.add(bound);
        } else if (bound > lower.peek()) {
            lower.poll();
            lower.add(bound);
        }
        return least();
    }

    /** So near are as many as are wanted, at least. */
    double least() {
        return lower.size() < limit ? Double.NEGATIVE_INFINITY : lower.peek();
    }

    private List<Candidate> atLeast(double bound) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.upper() >= bound) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    /** All vectors that may be among the nearest after all threads have looked. */
    static List<Candidate> join(List<Candidates> all, int limit) {
        DoubleStream bounds =
                all.stream().flatMap(one -> one.lower.stream()).mapToDouble(Double::doubleValue);
        double least = largest(bounds, limit);
        return all.stream().flatMap(one -> one.atLeast(least).stream()).toList();
    }

    private static double largest(DoubleStream values, int position) {
        List<Double> sorted = new ArrayList<>(values.boxed().toList());
        sorted.sort(Collections.reverseOrder());
        return sorted.size() < position ? Double.NEGATIVE_INFINITY : sorted.get(position - 1);
    }
}
