// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.clip.DotProduct;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A long stream whose truth is known: shots one after the other.
 *
 * @param samples in order, one a second
 */
record Timeline(List<LabelledSample> samples) {

    /**
     * @param vector unit vector
     * @param sceneStart place of its scene's first sample
     * @param shows texts that hold for it
     */
    record LabelledSample(float[] vector, long sceneStart, List<String> shows) {}

    /** Every shot once in random order, then again in another one, until it is long enough. */
    static Timeline shuffled(List<Shot> shots, int seconds, Random random) {
        List<LabelledSample> samples = new ArrayList<>();
        List<Shot> order = new ArrayList<>(shots);
        while (samples.size() < seconds) {
            Collections.shuffle(order, random);
            order.forEach(shot -> append(shot, samples));
        }
        return new Timeline(samples);
    }

    private static void append(Shot shot, List<LabelledSample> samples) {
        for (int i = 0; i < shot.vectors().size(); i++) {
            long k = samples.size();
            samples.add(
                    new LabelledSample(
                            shot.vectors().get(i), k - shot.sceneStarts()[i], shot.shows()));
        }
    }

    /** Whether each sample shows a text. */
    boolean[] truth(String text) {
        boolean[] truth = new boolean[samples.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = samples.get(i).shows().contains(text);
        }
        return truth;
    }

    /** The cosine of each sample with a unit vector. */
    float[] cosines(float[] vector) {
        float[] cosines = new float[samples.size()];
        for (int i = 0; i < cosines.length; i++) {
            cosines[i] = DotProduct.of(samples.get(i).vector(), 0, vector);
        }
        return cosines;
    }
}
