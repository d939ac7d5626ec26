// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.match.MatchPhase;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.util.Objects;

/**
 * A standing query matched, as far as its latest phase tells.
 *
 * @param id the match's, the same in all phases
 * @param stream where
 * @param phase the one told of last
 * @param queryId of the standing query
 * @param queryVersion of its definition
 * @param text what it looks for
 * @param start where the interval begins
 * @param peak where it matches best
 * @param end where it ends, or how far it has come
 * @param score of the peak, calibrated, 0 to 1
 * @param cosine of the peak
 * @param threshold what opening asked for, as a cosine; null for labels
 * @param falseAlarmsPerDay to be expected at that threshold; null for labels
 * @param label which of the query's labels is shown, or null
 * @param closeReason why it ended, in the event's word; null unless closed
 * @param picture URI of a picture of the peak, or null
 */
public record MatchEvent(
        String id,
        StreamRef stream,
        MatchPhase.Phase phase,
        String queryId,
        long queryVersion,
        String text,
        MediaTime start,
        MediaTime peak,
        MediaTime end,
        double score,
        double cosine,
        Double threshold,
        Double falseAlarmsPerDay,
        String label,
        String closeReason,
        String picture)
        implements TimelineEvent {

    /** Refuses absent parts. */
    public MatchEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(queryId, "queryId");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(peak, "peak");
        Objects.requireNonNull(end, "end");
    }

    /** Whether it goes on. */
    public boolean open() {
        return phase != MatchPhase.Phase.CLOSE;
    }
}
