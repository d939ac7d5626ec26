// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.io.Serializable;

/**
 * How much text and image count where a query has both; only their ratio matters.
 *
 * @param text greater than 0
 * @param image greater than 0
 */
public record QueryWeights(double text, double image) implements Serializable {

    /** Both count the same. */
    public static final QueryWeights EQUAL = new QueryWeights(1, 1);
}
