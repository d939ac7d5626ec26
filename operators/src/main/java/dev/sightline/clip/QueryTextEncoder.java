// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.List;

/**
 * The vector of a query: the mean of the unit vectors of the bundle's phrasings of it, brought to
 * length 1. Phrasings differ in what they stress; their mean is steadier than any of them.
 */
public final class QueryTextEncoder {

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
        if (text.isBlank()) {
            // A template around nothing would have a vector, of the template.
            throw new ModelException("an empty query has no vector");
        }
        float[] sum = encode(templates.get(0), text);
        for (String template : templates.subList(1, templates.size())) {
            float[] vector = encode(template, text);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return Vectors.normalize(sum);
    }

    private float[] encode(String template, String text) {
        return encoder.encode(template.replace(ModelManifest.PLACE, text.strip())).clone();
    }
}
