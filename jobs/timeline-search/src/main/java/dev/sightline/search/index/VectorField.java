// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

/**
 * The field that a model's vectors are in: each has one of its own, so that they never meet.
 *
 * @param digest of the model
 * @param dimension of its vectors
 */
record VectorField(String digest, int dimension) {

    private static final String PREFIX = "vector ";

    /** The name in the index. */
    String fieldName() {
        return PREFIX + dimension + ' ' + digest;
    }

    static boolean isOne(String fieldName) {
        return fieldName.startsWith(PREFIX);
    }

    static VectorField of(String fieldName) {
        int end = fieldName.indexOf(' ', PREFIX.length());
        int dimension = Integer.parseInt(fieldName.substring(PREFIX.length(), end));
        return new VectorField(fieldName.substring(end + 1), dimension);
    }
}
