// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.index.Candidates.Candidate;
import dev.sightline.search.index.Candidates.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * Goes through all rounded vectors, on several threads, and leaves those of which the bounds of the
 * rounding say that they may be among the nearest: the nearest are always there.
 */
final class ExactScan {

    private final ExecutorService pool;
    private final int threads;

    ExactScan(ExecutorService pool, int threads) {
        this.pool = pool;
        this.threads = threads;
    }

    List<Hit> candidates(List<Part> parts, RoundedQuery query, int limit) throws IOException {
        int workers = Math.max(1, Math.min(threads, parts.size()));
        AtomicInteger next = new AtomicInteger();
        DoubleAccumulator known = new DoubleAccumulator(Math::max, Double.NEGATIVE_INFINITY);
        List<Callable<Candidates>> tasks = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            tasks.add(() -> scan(parts, next, known, new Candidates(query, limit)));
        }
        List<Hit> hits = new ArrayList<>();
        for (Candidate one : Candidates.join(run(tasks), limit)) {
            int document = one.part().block().document(one.index());
            hits.add(new Hit(one.part().leaf(), document, Double.NaN));
        }
        return hits;
    }

    private static Candidates scan(
            List<Part> parts, AtomicInteger next, DoubleAccumulator known, Candidates candidates) {
        for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
            candidates.scan(parts.get(i), known.get());
            known.accumulate(candidates.least());
        }
        return candidates;
    }

    private List<Candidates> run(List<Callable<Candidates>> tasks) throws IOException {
        try {
            if (tasks.size() == 1) {
                return List.of(tasks.get(0).call());
            }
            List<Candidates> results = new ArrayList<>();
            for (Future<Candidates> result : pool.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the search was interrupted", e);
        } catch (ExecutionException e) {
            throw new IOException("the search failed: " + e.getCause(), e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the search failed: " + e.getMessage(), e);
        }
    }
}
