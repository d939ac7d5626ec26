// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.clip.VectorBank;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Clean hours: pictures of a model's bank, each held for 3 to 20 seconds with the small changes
 * that the samples of a shot have (a cosine of 0.95 with their mean, as measured within real
 * shots).
 */
final class HeldPictures {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final double CHANGE = 0.3;

    private HeldPictures() {}

    static List<Shot> of(VectorBank pictures, Random random) {
        List<Shot> shots = new ArrayList<>();
        for (int row = 0; row < pictures.count(); row++) {
            int seconds = SHORTEST + random.nextInt(LONGEST - SHORTEST);
            List<float[]> vectors = new ArrayList<>();
            int[] sceneStarts = new int[seconds];
            for (int i = 0; i < seconds; i++) {
                vectors.add(changed(pictures.vector(row), random));
                sceneStarts[i] = i;
            }
            shots.add(new Shot(vectors, sceneStarts, List.of()));
        }
        return shots;
    }

    private static float[] changed(float[] vector, Random random) {
        double each = CHANGE / Math.sqrt(vector.length);
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (each * random.nextGaussian());
            squares += vector[i] * vector[i];
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
