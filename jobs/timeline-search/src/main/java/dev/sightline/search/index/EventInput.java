// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredSample;
import dev.sightline.match.MatchPhase;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.lucene.util.BytesRef;

/** Reads what {@link EventOutput} has written. */
final class EventInput {

    /** Gives the vector of a dimension where a sample's is wanted. */
    @FunctionalInterface
    interface Vectors<E extends Exception> {
        float[] read(String digest, int dimension) throws E;
    }

    private final ByteBuffer in;

    private EventInput(BytesRef bytes) {
        in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    }

    /** An event; a sample gets the vector that is given for its digest and dimension. */
    static <E extends Exception> TimelineEvent event(BytesRef bytes, Vectors<E> vectors) throws E {
        EventInput input = new EventInput(bytes);
        EventKind kind = EventKind.VALUES.get(input.in.get());
        String id = input.text();
        StreamRef stream = input.stream();
        return switch (kind) {
            case SAMPLE -> new IndexedSample(id, input.sample(stream, vectors));
            case SCENE -> input.scene(id, stream);
            case MATCH -> input.match(id, stream);
            case STATUS, HEARTBEAT -> input.status(id, stream);
        };
    }

    private StreamRef stream() {
        return new StreamRef(text(), in.getLong(), text(), SourceKind.valueOf(text()), text());
    }

    private <E extends Exception> StoredSample sample(StreamRef stream, Vectors<E> vectors)
            throws E {
        String digest = text();
        long k = in.getLong();
        MediaTime time = time();
        String picture = text();
        return new StoredSample(
                stream, digest, k, time, vectors.read(digest, in.getInt()), picture);
    }

    private SceneEvent scene(String id, StreamRef stream) {
        return new SceneEvent(
                id,
                stream,
                StoredChange.Kind.valueOf(text()),
                time(),
                time(),
                in.getLong(),
                in.getDouble(),
                in.getLong(),
                text());
    }

    private MatchEvent match(String id, StreamRef stream) {
        return new MatchEvent(
                id,
                stream,
                MatchPhase.Phase.valueOf(text()),
                text(),
                in.getLong(),
                text(),
                time(),
                time(),
                time(),
                in.getDouble(),
                in.getDouble(),
                number(),
                number(),
                text(),
                text(),
                text());
    }

    private StatusEvent status(String id, StreamRef stream) {
        MediaTime time = time();
        String state = text();
        StatusEvent.Missing gap =
                in.get() == 0
                        ? null
                        : new StatusEvent.Missing(time(), time(), in.getLong(), text());
        return new StatusEvent(id, stream, time, state, gap, number());
    }

    private MediaTime time() {
        if (in.get() == 0) {
            return null;
        }
        return new MediaTime(
                in.getLong(),
                new TimeBase(in.getInt(), in.getInt()),
                in.getLong(),
                instant(),
                WallSource.valueOf(text()),
                in.getLong(),
                instant());
    }

    private Instant instant() {
        return in.get() == 0 ? null : Instant.ofEpochSecond(in.getLong(), in.getInt());
    }

    private Double number() {
        return in.get() == 0 ? null : (Double) in.getDouble();
    }

    private String text() {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        String text =
                new String(
                        in.array(),
                        in.arrayOffset() + in.position(),
                        length,
                        StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
