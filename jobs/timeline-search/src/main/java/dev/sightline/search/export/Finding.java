// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.video.StreamRef;
import java.time.Instant;
import java.util.Objects;

/**
 * An interval in which something is shown: a match of a standing query, or a moment that somebody
 * looked for.
 *
 * @param id of it
 * @param stream where
 * @param startMs where it begins, in milliseconds of media time
 * @param peakMs where it is best
 * @param endMs where it ends
 * @param text what was looked for; empty if it was a picture
 * @param label which of a query's labels is shown, or null
 * @param query id of the standing query, or null
 * @param score calibrated, 0 to 1
 * @param cosine of the peak
 * @param open whether it goes on
 * @param wall wall time of its start, or null
 * @param picture id under which the index has a picture of it, or null
 */
public record Finding(
        String id,
        StreamRef stream,
        long startMs,
        long peakMs,
        long endMs,
        String text,
        String label,
        String query,
        double score,
        double cosine,
        boolean open,
        Instant wall,
        String picture) {

    /** Refuses absent parts. */
    public Finding {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(text, "text");
    }

    static Finding of(MatchEvent match) {
        return new Finding(
                match.id(),
                match.stream(),
                match.start().mediaMs(),
                match.peak().mediaMs(),
                match.end().mediaMs(),
                match.text(),
                match.label(),
                match.queryId(),
                match.score(),
                match.cosine(),
                match.open(),
                match.start().wall(),
                match.picture() == null ? null : match.id());
    }

    /** What is shown, for a person. */
    String caption() {
        String what = text.isBlank() ? "(a picture)" : text;
        return label == null ? what : what + ": " + label;
    }

    boolean isIn(StreamRef other) {
        return stream.streamId().equals(other.streamId()) && stream.epoch() == other.epoch();
    }
}
