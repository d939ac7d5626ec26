// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest samples of one stream, without a gap.
 *
 * <p>Evidence belongs to a scene: the mean of a scene's samples tells more than any of them, but
 * the mean of samples on both sides of a cut tells less. In a long shot only the latest samples
 * count: a car is on a car park for two of thirty. As the mean of cosines is the cosine of the mean
 * vector, this is kept once for all queries: 8 KB at 256 dimensions.
 *
 * @param lastK grid point of the last sample; -1 before the first
 * @param vectors up to that sample, oldest first, at most {@value #MOST}
 */
public record RecentVectors(long lastK, List<float[]> vectors) {

    /** Before the first sample. */
    static final RecentVectors NONE = new RecentVectors(-1, List.of());

    static final int MOST = 8;

    /**
     * With a later sample; a gap drops what was before it.
     *
     * @throws IllegalArgumentException if the sample is not behind the last one
     */
    RecentVectors with(long k, float[] vector) {
        if (k <= lastK) {
            throw new IllegalArgumentException("sample " + k + " behind sample " + lastK);
        }
        int kept = k == lastK + 1 ? Math.min(vectors.size(), MOST - 1) : 0;
        List<float[]> next =
                new ArrayList<>(vectors.subList(vectors.size() - kept, vectors.size()));
        next.add(vector);
        return new RecentVectors(k, List.copyOf(next));
    }

    /**
     * The mean of the samples that lie in a scene; the last sample does.
     *
     * @param sceneStart grid point of the current scene's first sample, as far as it is known
     */
    float[] mean(long sceneStart) {
        int used = (int) Math.min(Math.max(1, lastK - sceneStart + 1), vectors.size());
        float[] mean = new float[vectors.get(0).length];
        for (float[] vector : vectors.subList(vectors.size() - used, vectors.size())) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / used;
            }
        }
        return mean;
    }
}
