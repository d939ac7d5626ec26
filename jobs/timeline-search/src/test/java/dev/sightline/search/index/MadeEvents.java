// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredSample;
import dev.sightline.match.MatchPhase;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;

/** Events of files of which a sample was taken each second. For tests. */
public final class MadeEvents {

    private MadeEvents() {}

    /** The only epoch of a file. */
    public static StreamRef file(String streamId) {
        return new StreamRef(streamId, 1, "file:///" + streamId, SourceKind.FILE, "1-a");
    }

    /** So many milliseconds into it. */
    public static MediaTime at(long mediaMs) {
        return new MediaTime(
                mediaMs, TimeBase.MILLISECONDS, mediaMs, null, WallSource.NONE, 0, Instant.EPOCH);
    }

    /** Its sample at a second, with the id {@code STREAM@SECOND}. */
    public static IndexedSample sample(
            String streamId, long second, String digest, float[] vector) {
        return new IndexedSample(
                streamId + "@" + second,
                new StoredSample(
                        file(streamId),
                        digest,
                        second,
                        at(second * 1000),
                        vector,
                        "file:///" + streamId + "." + second + ".jpg"));
    }

    /** The same sample, on a grid of another interval. */
    public static IndexedSample every(IndexedSample sample, long intervalMs) {
        StoredSample stored = sample.sample();
        return new IndexedSample(
                sample.id(),
                new StoredSample(
                        stored.stream(),
                        stored.digest(),
                        stored.k(),
                        at(stored.k() * intervalMs),
                        stored.vector(),
                        stored.picture()));
    }

    /** A cut, with the id {@code STREAM|MILLISECONDS}. */
    public static SceneEvent cut(String streamId, long mediaMs) {
        return new SceneEvent(
                streamId + "|" + mediaMs,
                file(streamId),
                StoredChange.Kind.CUT,
                at(mediaMs),
                at(mediaMs),
                0,
                1,
                0,
                null);
    }

    /** A closed match of a query for a dog. */
    public static MatchEvent match(
            String id, String streamId, long startMs, long peakMs, long endMs) {
        return new MatchEvent(
                id,
                file(streamId),
                MatchPhase.Phase.CLOSE,
                "dogs",
                1,
                "a dog",
                at(startMs),
                at(peakMs),
                at(endMs),
                0.9,
                0.4,
                0.3,
                1.0,
                null,
                "ended",
                null);
    }
}
