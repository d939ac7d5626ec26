// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import dev.sightline.video.Marker;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.StreamRef;
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

    /** A stream could not be read (on). */
    public ErrorEvent streamError(StreamFailed failed) {
        String category = failed.category().name().toLowerCase(Locale.ROOT);
        return error(failed, failed.time(), category, failed.message(), 1, false);
    }

    /** A live stream is away, for another reason than before. */
    public ErrorEvent streamError(Reconnecting away) {
        String category = away.category().name().toLowerCase(Locale.ROOT);
        return error(away, away.time(), category, away.reason(), away.attempt(), false);
    }

    /** The model has no vector for a sample; the stream goes on without it. */
    public ErrorEvent sampleError(SampleFailed failed) {
        return error(failed, failed.time(), "model", failed.message(), 1, true);
    }

    private ErrorEvent error(
            Marker marker,
            MediaTime time,
            String category,
            String message,
            int attempts,
            boolean quarantined) {
        StreamRef stream = marker.stream();
        String id = EventId.ofStreamError(stream, category, marker.position());
        return new ErrorEvent(
                header(id, stream, time),
                common(stream, time),
                null,
                null,
                null,
                null,
                null,
                category,
                Redaction.redact(message),
                Redaction.uri(stream.uri()),
                time == null ? null : time.mediaMs(),
                attempts,
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
