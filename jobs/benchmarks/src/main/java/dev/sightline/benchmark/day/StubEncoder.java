// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.video.Sample;
import dev.sightline.video.TimelineRecord;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.apache.flink.streaming.api.functions.async.ResultFuture;

/**
 * Stands in for the image tower: pictures of a shot have vectors that are close to each other, and
 * those that show a query are close to its vector too. Costs microseconds instead of the
 * milliseconds of a model, which is what makes a day pass in minutes.
 */
class StubEncoder implements AsyncFunction<TimelineRecord, TimelineRecord> {

    private static final long serialVersionUID = 1L;

    /** Of a picture that shows a query, how much of its vector is the query's. */
    private static final float SUBJECT = 1;

    /** How much the pictures of a shot differ. */
    private static final float NOISE = 0.2f;

    private final float[][] subjects;

    /**
     * @param subjects the unit vectors of the queries
     */
    StubEncoder(float[][] subjects) {
        this.subjects = subjects;
    }

    @Override
    public void asyncInvoke(TimelineRecord input, ResultFuture<TimelineRecord> result) {
        result.complete(List.of(input instanceof Sample sample ? embedded(sample) : input));
    }

    private EmbeddedSample embedded(Sample sample) {
        return new EmbeddedSample(
                sample.stream(),
                sample.k(),
                sample.time(),
                vector(Picture.of(sample.rgb())),
                sample.blank(),
                sample.preview(),
                sample.decodeErrors(),
                sample.changes());
    }

    float[] vector(Picture picture) {
        float[] vector = direction(picture.shot());
        add(vector, direction(picture.noise()), NOISE);
        if (picture.subject() >= 0) {
            add(vector, subjects[picture.subject()], SUBJECT);
        }
        return toUnit(vector);
    }

    private float[] direction(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] vector = new float[subjects[0].length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return toUnit(vector);
    }

    private static void add(float[] sum, float[] vector, float weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * vector[i];
        }
    }

    private static float[] toUnit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += component * component;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
