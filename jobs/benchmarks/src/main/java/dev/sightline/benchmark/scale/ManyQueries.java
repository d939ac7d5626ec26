// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scale;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.VectorBank;
import dev.sightline.event.QueryRequest;
import dev.sightline.match.ActiveQueries;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.ArmedStep;
import dev.sightline.match.MatchSample;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Queries and a stream of a model. Nobody has ten thousand sentences at hand: queries are the
 * vectors of real ones, moved by chance, which leaves them as far from pictures as real ones are.
 * The stream shows pictures of the bank, each for five samples.
 *
 * @param calibration of the model
 * @param pictures of the model's bank
 * @param sentences vectors of real sentences
 * @param seed decides what is drawn
 */
record ManyQueries(
        ModelCalibration calibration, VectorBank pictures, VectorBank sentences, long seed) {

    private static final StreamRef STREAM =
            new StreamRef("many", 1, "file:///many", SourceKind.FILE, "");
    private static final int SHOT = 5;
    private static final double MOVED = 0.7;
    private static final double CHANGE = 0.2;
    private static final long TICKS_PER_SECOND = 90_000;

    /** Queries that nobody asked for, with the default budget. */
    ActiveQueries queries(int count) {
        Random random = new Random(seed);
        List<ArmedQuery> queries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = moved(sentences.vector(i % sentences.count()), MOVED, random);
            String id = "query-" + i;
            queries.add(
                    new ArmedQuery(
                            QueryRequest.ofText(id, id, 1),
                            List.of(new ArmedStep(List.of(calibration.term(vector)), List.of(), 0)),
                            List.of(),
                            null,
                            0));
        }
        return new ActiveQueries(queries);
    }

    /** So many samples, one a second. */
    List<MatchSample> stream(int samples) {
        Random random = new Random(seed + 1);
        List<MatchSample> stream = new ArrayList<>();
        float[] picture = null;
        for (int k = 0; k < samples; k++) {
            if (k % SHOT == 0) {
                picture = pictures.vector(random.nextInt(pictures.count()));
            }
            float[] vector = moved(picture, CHANGE, random);
            stream.add(new MatchSample(STREAM, k, time(k), vector, k - k % SHOT, new byte[0]));
        }
        return stream;
    }

    private static MediaTime time(long k) {
        return new MediaTime(
                TICKS_PER_SECOND * k,
                new TimeBase(1, (int) TICKS_PER_SECOND),
                1000 * k,
                null,
                WallSource.NONE,
                0,
                Instant.EPOCH);
    }

    private static float[] moved(float[] vector, double distance, Random random) {
        float[] moved = vector.clone();
        double each = distance / Math.sqrt(vector.length);
        double squares = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (each * random.nextGaussian());
            squares += moved[i] * moved[i];
        }
        for (int i = 0; i < moved.length; i++) {
            moved[i] /= (float) Math.sqrt(squares);
        }
        return moved;
    }
}
