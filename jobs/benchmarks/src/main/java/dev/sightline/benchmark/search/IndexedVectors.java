// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import dev.sightline.backtest.StoredSample;
import dev.sightline.event.EventId;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors as samples of streams, one a second: the first ones of the first stream, and so on.
 *
 * @param perStream how many samples a stream has
 */
record IndexedVectors(int perStream) {

    static final String DIGEST = "sha256:" + "5e".repeat(32);

    private static final String NAME = "camera-";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int TICKS_PER_MS = 90;

    /**
     * Rows of which the first is so many.
     *
     * @param block their vectors
     */
    List<TimelineEvent> samples(int first, float[][] block) {
        List<TimelineEvent> samples = new ArrayList<>();
        for (int i = 0; i < block.length; i++) {
            samples.add(sample(first + i, block[i]));
        }
        return samples;
    }

    private IndexedSample sample(int row, float[] vector) {
        String id = NAME + row / perStream;
        StreamRef stream = new StreamRef(id, 1, "rtsp://cameras/" + id, SourceKind.RTSP, "");
        long k = row % perStream;
        long ms = 1000 * k;
        Instant wall = START.plusMillis(ms);
        MediaTime time =
                new MediaTime(
                        TICKS_PER_MS * ms,
                        new TimeBase(1, 1000 * TICKS_PER_MS),
                        ms,
                        wall,
                        WallSource.RTCP,
                        0,
                        wall);
        return new IndexedSample(
                EventId.ofEmbedding(stream, time.pts(), DIGEST),
                new StoredSample(
                        stream, DIGEST, k, time, vector, "file:/pictures/" + id + "/" + k));
    }

    /** The row that a sample was made of. */
    int row(IndexedSample sample) {
        int stream = Integer.parseInt(sample.stream().streamId().substring(NAME.length()));
        return stream * perStream + (int) sample.sample().k();
    }
}
