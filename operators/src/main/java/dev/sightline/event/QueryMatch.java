// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A standing query matches a stream: opened, updated or closed.
 *
 * <p>No single sample opens a match by its {@code threshold}: the samples of its minimum duration
 * have to be that strong on average, none of them much weaker, and where a sample's scene shows the
 * query more clearly on average than the sample does, the scene counts. How much a cosine says
 * depends on the picture. So {@code scoreRaw} may lie below {@code threshold}, and a single sample
 * above it opens nothing.
 *
 * @param header envelope
 * @param common the stream; its time is the phase's
 * @param matchId the same in all phases of one interval
 * @param phase open | update | close
 * @param query what matched
 * @param start where the interval begins
 * @param peak where it matches best so far
 * @param end where it ends, or how far it has come
 * @param scoreRaw cosine at the peak
 * @param score calibrated, 0 to 1
 * @param threshold what opening asks for on average, as the cosine of a picture like that of the
 *     peak; null for labels. With one that the user set, that one
 * @param expectedFalseAlarmsPerDay of what opening asks for, on this stream; null for labels
 * @param samples samples in the interval
 * @param thumbnail URI of a picture of the peak, or null
 * @param closeReason ended | query-removed | stream-lost | discontinuity; null unless closed
 * @param label which of the query's labels is shown, or null
 * @param probability of that label at the peak, or null
 */
public record QueryMatch(
        @JsonIgnore EventHeader header,
        @JsonUnwrapped CommonBlock common,
        String matchId,
        String phase,
        QueryBlock query,
        TimeBlock start,
        TimeBlock peak,
        TimeBlock end,
        double scoreRaw,
        double score,
        Double threshold,
        Double expectedFalseAlarmsPerDay,
        int samples,
        String thumbnail,
        String closeReason,
        String label,
        Double probability)
        implements Event {

    /**
     * @param id of the query
     * @param version of its definition
     * @param text what it looks for
     */
    public record QueryBlock(String id, long version, String text) {}

    /** The same with the URI of a picture, or null for none. */
    public QueryMatch withThumbnail(String uri) {
        return new QueryMatch(
                header,
                common,
                matchId,
                phase,
                query,
                start,
                peak,
                end,
                scoreRaw,
                score,
                threshold,
                expectedFalseAlarmsPerDay,
                samples,
                uri,
                closeReason,
                label,
                probability);
    }

    @Override
    public Topic topic() {
        return Topic.QUERY_MATCHES;
    }
}
