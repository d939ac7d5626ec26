// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.List;

/**
 * The vector of a query: the mean of the unit vectors of the bundle's phrasings of it, brought to
 * length 1. Phrasings differ in what they stress; their mean is steadier than any of them.
 */
public final class QueryTextEncoder {

    private static final String PLACE = "{}";

    private final TextEncoder encoder;
    private final List<String> templates;

    /**
     * @param encoder the text tower; stays with the caller
     * @param templates phrasings in which {@code {}} stands for the text
     */
    public QueryTextEncoder(TextEncoder encoder, List<String> templates) {
        this.encoder = encoder;
        this.templates = List.copyOf(templates);
    }

    /**
     * Encodes a query's text.
     *
     * @return a unit vector
     * @throws ModelException if the text is blank
     */
    public float[] encode(String text) {
        float[] sum = null;
        for (String template : templates) {
            float[] vector = encoder.encode(template.replace(PLACE, text.strip()));
            sum = sum == null ? vector : add(sum, vector);
        }
        return Vectors.normalize(sum);
    }

    private static float[] add(float[] sum, float[] vector) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
        return sum;
    }
}
