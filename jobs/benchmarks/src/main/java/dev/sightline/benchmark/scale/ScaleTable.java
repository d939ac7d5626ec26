// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scale;

import java.util.Locale;

/** The figures for people. */
final class ScaleTable {

    private ScaleTable() {}

    static String header() {
        return String.format(
                "%8s %12s %10s %10s %12s %12s %8s",
                "queries",
                "ms a sample",
                "99 of 100",
                "most",
                "of embedding",
                "state B/query",
                "matches");
    }

    /**
     * A line.
     *
     * @param embeddingMs what embedding a sample takes
     * @param streamBytes state of a stream without queries
     */
    static String line(int queries, FollowedStream.Cost cost, double embeddingMs, int streamBytes) {
        return String.format(
                Locale.ROOT,
                "%8d %12.3f %10.3f %10.3f %11.1f%% %12.1f %8d",
                queries,
                cost.meanMs(),
                cost.rareMs(),
                cost.mostMs(),
                100 * cost.meanMs() / embeddingMs,
                (cost.stateBytes() - streamBytes) / (double) queries,
                cost.opened());
    }
}
