// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A fraction: a time base in seconds, or the shape of a pixel.
 *
 * @param numerator greater than 0
 * @param denominator greater than 0
 */
public record Rational(int numerator, int denominator) {

    /** One. */
    public static final Rational ONE = new Rational(1, 1);

    /** Refuses what is not positive. */
    public Rational {
        if (numerator <= 0 || denominator <= 0) {
            throw new IllegalArgumentException(numerator + "/" + denominator);
        }
    }

    /** So many times this fraction. */
    public double times(long count) {
        return (double) count * numerator / denominator;
    }

    @Override
    @JsonValue
    public String toString() {
        return numerator + "/" + denominator;
    }
}
