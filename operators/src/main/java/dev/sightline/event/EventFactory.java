// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import dev.sightline.video.Gap;
import dev.sightline.video.Marker;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/**
 * Builds events about streams. Ids depend only on what is told; the clock only gives the emit time
 * of events of streams that have no wall time.
 *
 * @param model the model that the job runs
 * @param producer the job
 * @param clock gives the emit time
 */
public record EventFactory(ModelBlock model, ProducerBlock producer, Clock clock)
        implements Serializable {

    /**
     * A scene ended at a boundary.
     *
     * @param start first moment of the transition
     * @param end last moment of it; the same for a cut
     */
    public SceneChange sceneChange(
            StreamRef stream,
            MediaTime start,
            MediaTime end,
            String kind,
            long uncertaintyMs,
            double confidence,
            SceneChange.Scores scores,
            SceneChange.PreviousScene previous) {
        return new SceneChange(
                header(
                        EventId.ofSceneChange(stream, kind, start.pts(), model.digest()),
                        stream,
                        start),
                common(stream, start),
                kind,
                new SceneChange.Boundary(TimeBlock.of(start), TimeBlock.of(end)),
                uncertaintyMs,
                confidence,
                scores,
                previous,
                null,
                null);
    }

    /** The id of the scene that begins at a media time. */
    public String sceneId(StreamRef stream, long startMs) {
        return EventId.ofScene(stream, startMs, model.digest());
    }

    /** The id of a query's interval that begins at a PTS; the same in all phases. */
    public String matchId(StreamRef stream, QueryMatch.QueryBlock query, long startPts) {
        return EventId.ofMatch(stream, query, startPts, model.digest());
    }

    /** The vector of a sample. */
    public EmbeddingEvent embedding(StreamRef stream, long k, MediaTime time, float[] vector) {
        return new EmbeddingEvent(
                header(EventId.ofEmbedding(stream, time.pts(), model.digest()), stream, time),
                common(stream, time),
                k,
                base64(vector),
                null);
    }

    /**
     * What a marker means for the stream.
     *
     * @return null for a gap that is no discontinuity, for a sample without a vector, and for a
     *     failure before the stream began
     */
    public StreamStatus status(Marker marker) {
        if (marker instanceof StreamStarted started) {
            return status(marker, "online", started.time(), null, null, null);
        } else if (marker instanceof Gap gap) {
            return gap.discontinuity()
                    ? status(marker, "degraded", gap.to(), missing(gap), null, null)
                    : null;
        } else if (marker instanceof StreamEnded ended) {
            return status(
                    marker,
                    "ended",
                    ended.time(),
                    missing(ended),
                    ended.samples(),
                    ended.decodeErrors());
        }
        return marker instanceof StreamFailed failed && failed.time() != null
                ? status(marker, "lost", failed.time(), null, null, failed.decodeErrors())
                : null;
    }

    private StreamStatus status(
            Marker marker,
            String state,
            MediaTime time,
            StreamStatus.Missing missing,
            Long samples,
            Long decodeErrors) {
        String id = EventId.ofStatus(marker.stream(), state, marker.position());
        return new StreamStatus(
                header(id, marker.stream(), time),
                common(marker.stream(), time),
                state,
                missing,
                samples,
                decodeErrors,
                null,
                null,
                null,
                null);
    }

    private static StreamStatus.Missing missing(Gap gap) {
        return new StreamStatus.Missing(
                TimeBlock.of(gap.from()),
                TimeBlock.of(gap.to()),
                gap.to().mediaMs() - gap.from().mediaMs(),
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

    /** A stream could not be read (on). */
    public ErrorEvent streamError(StreamFailed failed) {
        String category = failed.category().name().toLowerCase(Locale.ROOT);
        return error(failed, failed.time(), category, failed.message(), false);
    }

    /** The model has no vector for a sample; the stream goes on without it. */
    public ErrorEvent sampleError(SampleFailed failed) {
        return error(failed, failed.time(), "model", failed.message(), true);
    }

    private ErrorEvent error(
            Marker marker, MediaTime time, String category, String message, boolean quarantined) {
        StreamRef stream = marker.stream();
        String id = EventId.ofStreamError(stream, category, marker.position());
        return new ErrorEvent(
                header(id, stream, time),
                common(stream, time),
                null,
                null,
                null,
                category,
                Redaction.redact(message),
                Redaction.uri(stream.uri()),
                time == null ? null : time.mediaMs(),
                1,
                quarantined);
    }

    /** The envelope of an event about a stream. */
    public EventHeader header(String id, StreamRef stream, MediaTime time) {
        Instant wall = time == null || time.wall() == null ? clock.instant() : time.wall();
        return new EventHeader(id, wall, Redaction.uri(stream.uri()), stream.streamId());
    }

    /** The fields that every event about a stream has. */
    public CommonBlock common(StreamRef stream, MediaTime time) {
        return new CommonBlock(
                stream.streamId(),
                stream.epoch(),
                time == null ? null : TimeBlock.of(time),
                new SourceBlock(
                        Redaction.uri(stream.uri()), stream.kind().name().toLowerCase(Locale.ROOT)),
                stream.asset().isEmpty() ? null : stream.asset(),
                model,
                producer);
    }

    private static String base64(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
