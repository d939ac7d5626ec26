// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.io.Serializable;
import java.util.Arrays;

/**
 * One text or picture that a query is made of.
 *
 * @param id tells it from others; the same for the same vector
 * @param vector unit vector, not copied and not to be changed
 * @param background how it scores on the bundle's pictures
 */
public record Term(long id, float[] vector, TermBackground background) implements Serializable {

    /** With the id of the vector. */
    static Term of(float[] vector, TermBackground background) {
        long id = 1;
        for (float value : vector) {
            id = 31 * id + Float.floatToIntBits(value);
        }
        return new Term(id, vector, background);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Term that
                && id == that.id
                && background.equals(that.background)
                && Arrays.equals(vector, that.vector);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }

    @Override
    public String toString() {
        return "Term[" + Long.toHexString(id) + "]";
    }
}
