// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredSample;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import java.time.Instant;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;

/** What an event looks like in the index. */
final class EventDocument {

    /** Names it; a later document of the same key takes its place. */
    static final String KEY = "key";

    /** Id of its stream. */
    static final String STREAM = "stream";

    /** Name of its epoch. */
    static final String EPOCH = "epoch";

    /** Name of its {@link EventKind}. */
    static final String KIND = "kind";

    /** How old it is, in milliseconds of wall time. */
    static final String AGE = "age";

    /** Wall time of a sample, in milliseconds. */
    static final String WALL = "wall";

    /** Media time of a sample, in milliseconds. */
    static final String MEDIA = "media";

    /** The event itself. */
    static final String EVENT = "event";

    private EventDocument() {}

    /**
     * @param now what counts as the age of an event that has no time at all
     */
    static Document of(TimelineEvent event, Instant now) {
        Document document = new Document();
        document.add(new StringField(KEY, EventKind.keyOf(event), Field.Store.NO));
        document.add(new StringField(KIND, EventKind.of(event).name(), Field.Store.NO));
        document.add(new StringField(STREAM, event.stream().streamId(), Field.Store.NO));
        document.add(new StringField(EPOCH, Epochs.name(event.stream()), Field.Store.NO));
        document.add(new LongPoint(AGE, age(timeOf(event), now).toEpochMilli()));
        document.add(new BinaryDocValuesField(EVENT, new BytesRef(EventOutput.bytes(event))));
        if (event instanceof IndexedSample indexed) {
            addSample(document, indexed.sample());
        }
        return document;
    }

    private static void addSample(Document document, StoredSample sample) {
        document.add(new LongPoint(MEDIA, sample.time().mediaMs()));
        if (sample.time().wall() != null) {
            document.add(new LongPoint(WALL, sample.time().wall().toEpochMilli()));
        }
        String field = new VectorField(sample.digest(), sample.vector().length).fieldName();
        document.add(
                new KnnFloatVectorField(
                        field, sample.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    }

    /** An event's own time; of a match its end, so that what goes on is not old. */
    static MediaTime timeOf(TimelineEvent event) {
        if (event instanceof IndexedSample sample) {
            return sample.sample().time();
        } else if (event instanceof SceneEvent scene) {
            return scene.start();
        } else if (event instanceof MatchEvent match) {
            return match.end();
        }
        return ((StatusEvent) event).time();
    }

    /** A time of ingestion that is missing reads as 1970, which says nothing. */
    private static Instant age(MediaTime time, Instant now) {
        if (time == null) {
            return now;
        } else if (time.wall() != null) {
            return time.wall();
        }
        return time.ingested().equals(Instant.EPOCH) ? now : time.ingested();
    }
}
