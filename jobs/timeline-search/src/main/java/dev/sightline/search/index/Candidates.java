// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int FEW = 100;

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
    private final double[] products = new double[CodeBlock.CAPACITY];
    private final int limit;
    private final PriorityQueue<Double> lower = new PriorityQueue<>();
    private List<Candidate> candidates = new ArrayList<>();
    private int prune;

    Candidates(RoundedQuery query, int limit) {
        this.query = query;
        this.limit = limit;
        this.prune = 2 * limit + ROOM;
    }

    void scan(Part part, double known) {
        CodeBlock block = part.block();
        double least = Math.max(known, least());
        Arrays.fill(products, 0);
        query.first().addProducts(block, sums, products);
        double error = query.error(query.first(), block);
        int left = left(part, error, least);
        if (left * FEW > block.size()) {
            // So many that the second digit costs less than to look at each.
            query.second().addProducts(block, sums, products);
            error = query.error(query.second(), block);
        }
        if (left > 0) {
            take(part, error, least);
        }
    }

    private int left(Part part, double error, double least) {
        CodeBlock block = part.block();
        int left = 0;
        for (int i = 0; i < block.size(); i++) {
            double upper = products[i] + query.error(block, i) + error;
            if (upper >= least && part.accepts(i)) {
                left++;
            }
        }
        return left;
    }

    private void take(Part part, double digits, double known) {
        CodeBlock block = part.block();
        double least = known;
        for (int i = 0; i < block.size(); i++) {
            double error = query.error(block, i) + digits;
            if (products[i] + error >= least && part.accepts(i)) {
                candidates.add(new Candidate(part, i, products[i] + error));
                least = Math.max(least, note(products[i] - error));
            }
        }
        if (candidates.size() > prune) {
            candidates = atLeast(least);
            prune = 2 * candidates.size() + ROOM;
        }
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
    static List<Candidate> join(List<Candidates> all, RoundedQuery query, int limit) {
        DoubleStream bounds =
                all.stream().flatMap(one -> one.lower.stream()).mapToDouble(Double::doubleValue);
        double least = largest(bounds, limit);
        List<Candidate> joined = new ArrayList<>();
        for (Candidates one : all) {
            joined.addAll(one.atLeast(least));
        }
        return refined(joined, query, limit);
    }

    /** Looks again with the query as it is: to read stored vectors costs far more. */
    private static List<Candidate> refined(List<Candidate> rough, RoundedQuery query, int limit) {
        List<Candidate> fine = new ArrayList<>();
        double[] lower = new double[rough.size()];
        for (Candidate one : rough) {
            double error = query.error(one.part().block(), one.index());
            double product = query.fine(one.part().block(), one.index());
            lower[fine.size()] = product - error;
            fine.add(new Candidate(one.part(), one.index(), product + error));
        }
        double least = largest(DoubleStream.of(lower), limit);
        fine.removeIf(one -> one.upper() < least);
        return fine;
    }

    private static double largest(DoubleStream values, int position) {
        List<Double> sorted = new ArrayList<>(values.boxed().toList());
        sorted.sort(Collections.reverseOrder());
        return sorted.size() < position ? Double.NEGATIVE_INFINITY : sorted.get(position - 1);
    }
}
