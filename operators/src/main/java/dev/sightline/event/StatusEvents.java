// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import dev.sightline.video.Gap;
import dev.sightline.video.Marker;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.Shed;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import java.io.Serializable;

/**
 * Builds the status events of streams.
 *
 * @param events gives their envelopes and common fields
 */
public record StatusEvents(EventFactory events) implements Serializable {

    private static final double MILLIS_PER_SECOND = 1000;

    /** What a status tells besides its state and time; null where it does not. */
    private record Details(
            StreamStatus.Missing gap,
            Long samples,
            Long decodeErrors,
            Double shedSeconds,
            Long clockDriftMs,
            Integer attempt,
            Long nextAttemptMs,
            StreamStatus.Embeddings embeddings) {

        static final Details NONE = new Details(null, null, null, null, null, null, null, null);

        Details(
                StreamStatus.Missing gap,
                Long samples,
                Long decodeErrors,
                Double shedSeconds,
                Long clockDriftMs,
                Integer attempt,
                Long nextAttemptMs) {
            this(
                    gap,
                    samples,
                    decodeErrors,
                    shedSeconds,
                    clockDriftMs,
                    attempt,
                    nextAttemptMs,
                    null);
        }

        static Details of(StreamStatus.Missing gap) {
            return new Details(gap, null, null, null, null, null, null);
        }
    }

    /**
     * What a marker means for the stream.
     *
     * @return null for a gap of a file that is no discontinuity or in which nothing is missing, for
     *     a sample without a vector, for a failure before the stream began, and for {@link Shed},
     *     of which many are told as one
     */
    public StreamStatus of(Marker marker) {
        if (marker instanceof StreamStarted started) {
            return status(marker, "online", started.time(), Details.NONE);
        } else if (marker instanceof Gap gap) {
            return isTold(gap)
                    ? status(marker, "degraded", gap.to(), Details.of(missing(gap)))
                    : null;
        } else if (marker instanceof Reconnecting away) {
            return away(away);
        } else if (marker instanceof StreamEnded ended) {
            return ended(ended);
        }
        return marker instanceof StreamFailed failed && failed.time() != null ? lost(failed) : null;
    }

    /** A playlist is read from some seconds before the moment at which nothing was there yet. */
    private static boolean isTold(Gap gap) {
        boolean nothingMissing = gap.last() && gap.missingMs() == 0;
        return (gap.discontinuity() || gap.stream().isLive()) && !nothingMissing;
    }

    private StreamStatus away(Reconnecting away) {
        Details details =
                new Details(null, null, null, null, null, away.attempt(), away.nextAttemptMs());
        return status(away, away.lost() ? "lost" : "reconnecting", away.time(), details);
    }

    private StreamStatus ended(StreamEnded ended) {
        Details details =
                new Details(
                        missing(ended),
                        ended.samples(),
                        ended.decodeErrors(),
                        null,
                        null,
                        null,
                        null);
        return status(ended, "ended", ended.time(), details);
    }

    private StreamStatus lost(StreamFailed failed) {
        Details details = new Details(null, null, failed.decodeErrors(), null, null, null, null);
        return status(failed, "lost", failed.time(), details);
    }

    /**
     * A live stream lives.
     *
     * @param sequence grows with each heartbeat of a stream
     * @param time of its last sample
     * @param samples samples of this epoch so far
     * @param decodeErrors packets and frames of this epoch that could not be decoded
     * @param shedMs milliseconds of this epoch that were left out under overload
     * @param clockDriftMs by how much its clock has fallen behind since the epoch's start, or null
     *     if that is not known yet
     */
    public StreamStatus heartbeat(
            StreamRef stream,
            long sequence,
            MediaTime time,
            long samples,
            long decodeErrors,
            long shedMs,
            Long clockDriftMs) {
        return status(
                stream,
                EventId.ofStatus(stream, "heartbeat", sequence),
                "heartbeat",
                time,
                new Details(
                        null,
                        samples,
                        decodeErrors,
                        shedMs / MILLIS_PER_SECOND,
                        clockDriftMs,
                        null,
                        null));
    }

    /**
     * Samples were left out under overload.
     *
     * @param from time of the first one
     * @param to time of the last one; some in between may have been kept
     * @param shedMs milliseconds that were left out
     */
    public StreamStatus shed(
            StreamRef stream, long position, MediaTime from, MediaTime to, long shedMs) {
        StreamStatus.Missing missing =
                new StreamStatus.Missing(
                        TimeBlock.of(from), TimeBlock.of(to), shedMs, "more than can be embedded");
        return status(
                stream,
                EventId.ofStatus(stream, "shed", position),
                "degraded",
                to,
                new Details(missing, null, null, shedMs / MILLIS_PER_SECOND, null, null, null));
    }

    /** The stream's clock runs away from that of this host; see {@link #heartbeat}. */
    public StreamStatus drift(StreamRef stream, long position, MediaTime time, long driftMs) {
        return status(
                stream,
                EventId.ofStatus(stream, "drift", position),
                "degraded",
                time,
                new Details(null, null, null, null, driftMs, null, null));
    }

    /**
     * Something is wrong with the stream's vectors, or no longer is.
     *
     * @param position of the record with which that was clear
     * @param over whether it is over
     */
    public StreamStatus embeddings(
            StreamRef stream,
            long position,
            MediaTime time,
            StreamStatus.Embeddings embeddings,
            boolean over) {
        String state = over ? "online" : "degraded";
        return status(
                stream,
                EventId.ofStatus(stream, state + " " + embeddings.problem(), position),
                state,
                time,
                new Details(null, null, null, null, null, null, null, embeddings));
    }

    private StreamStatus status(Marker marker, String state, MediaTime time, Details details) {
        String id = EventId.ofStatus(marker.stream(), state, marker.position());
        return status(marker.stream(), id, state, time, details);
    }

    private StreamStatus status(
            StreamRef stream, String id, String state, MediaTime time, Details details) {
        return new StreamStatus(
                events.header(id, stream, time),
                events.common(stream, time),
                state,
                details.gap(),
                details.samples(),
                details.decodeErrors(),
                details.shedSeconds(),
                details.clockDriftMs(),
                details.attempt(),
                details.nextAttemptMs(),
                details.embeddings());
    }

    private static StreamStatus.Missing missing(Gap gap) {
        return new StreamStatus.Missing(
                TimeBlock.of(gap.from()),
                TimeBlock.of(gap.to()),
                gap.missingMs(),
                Redaction.redact(gap.reason()));
    }

    private static StreamStatus.Missing missing(StreamEnded ended) {
        return ended.missingMs() == 0
                ? null
                : new StreamStatus.Missing(
                        TimeBlock.of(ended.time()),
                        null,
                        ended.missingMs(),
                        "the file ends earlier than its header says");
    }
}
