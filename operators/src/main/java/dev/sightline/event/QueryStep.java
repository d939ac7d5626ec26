// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.io.Serializable;
import java.util.List;

/**
 * One thing to look for.
 *
 * @param text what to look for, or null with an image
 * @param image a picture of what to look for, as {@link QueryImage} knows them, or null
 * @param weights of text and image
 * @param and what has to show in the same sample, too; each is a text
 * @param not what must not be more likely than what is looked for; each is a text
 * @param withinMs time from the step before to this one; 0 for the first
 */
public record QueryStep(
        String text,
        String image,
        QueryWeights weights,
        List<String> and,
        List<String> not,
        long withinMs)
        implements Serializable {

    /** Takes the lists as they are. */
    public QueryStep {
        and = List.copyOf(and);
        not = List.copyOf(not);
    }

    /** A text alone, as the first step. */
    public static QueryStep ofText(String text) {
        return new QueryStep(text, null, QueryWeights.EQUAL, List.of(), List.of(), 0);
    }

    /** For logs: a picture may be large, and its URI nobody else's business. */
    @Override
    public String toString() {
        return "QueryStep[text=%s, image=%s, weights=%s, and=%s, not=%s, withinMs=%d]"
                .formatted(text, image == null ? null : "...", weights, and, not, withinMs);
    }

    /** The same step, within a time of the one before. */
    public QueryStep within(long otherWithinMs) {
        return new QueryStep(text, image, weights, and, not, otherWithinMs);
    }
}
