// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.StreamRef;

/**
 * A match that a user may call wrong.
 *
 * @param stream where it was
 * @param queryId what matched
 * @param version of the query
 * @param startPts where it began
 * @param terms tells what was looked for; of another text under the same id it says nothing
 * @param evidence that was the strongest for it
 * @param sample how many samples of the stream had been seen when it was last told
 */
record PastMatch(
        StreamRef stream,
        String queryId,
        long version,
        long startPts,
        long terms,
        double evidence,
        long sample) {

    static PastMatch of(ToldMatch told, long sample) {
        MatchInterval interval = told.phase().interval();
        return new PastMatch(
                told.stream(),
                told.query().request().id(),
                told.query().request().version(),
                interval.start().pts(),
                told.query().fingerprint(),
                interval.strongest(),
                sample);
    }

    /** Whether both are phases of one match. */
    boolean same(PastMatch other) {
        return startPts == other.startPts
                && version == other.version
                && queryId.equals(other.queryId)
                && stream.equals(other.stream);
    }

    /** Whether it was a match of a query as it is now. */
    boolean isOf(ArmedQuery query) {
        return queryId.equals(query.request().id()) && terms == query.fingerprint();
    }
}
