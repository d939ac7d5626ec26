// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.time.Duration;
import java.util.Objects;

/**
 * How an index works.
 *
 * @param exactLimit up to how many samples of a model all are compared, which finds exactly the
 *     nearest ones; beyond, HNSW graphs are used, which may miss some. Default 1,000,000
 * @param commitEvery how often at most the disk is made to keep what was written; a process that is
 *     killed reads again what came since. Default 2 s; 0 for each write
 * @param threads that a search uses at once; default all processors
 */
public record IndexSettings(long exactLimit, Duration commitEvery, int threads) {

    /** What suits most. */
    public static final IndexSettings DEFAULT =
            new IndexSettings(
                    1_000_000, Duration.ofSeconds(2), Runtime.getRuntime().availableProcessors());

    /** Refuses what cannot be. */
    public IndexSettings {
        Objects.requireNonNull(commitEvery, "commitEvery");
        if (exactLimit < 0 || commitEvery.isNegative() || threads < 1) {
            throw new IllegalArgumentException(
                    "exactLimit and commitEvery have to be at least 0, and threads at least 1");
        }
    }

    /** The same with another limit. */
    public IndexSettings withExactLimit(long samples) {
        return new IndexSettings(samples, commitEvery, threads);
    }

    /** The same with another time between commits. */
    public IndexSettings withCommitEvery(Duration time) {
        return new IndexSettings(exactLimit, time, threads);
    }
}
