// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

/**
 * A picture whose vector is known, because the bundle brings it.
 *
 * @param name its file, for messages
 * @param rgb width x height x 3 bytes of the bundle's geometry; never changed after construction
 * @param vector unit vector of the bundle's dimension; never changed after construction
 */
record ReferencePicture(String name, byte[] rgb, float[] vector) {

    /**
     * The least cosine between what a model gives for a reference picture and what it must give.
     *
     * <p>The pixels are the same, so that only rounding differs: the CPU gives 0.9999 and more.
     * Rows of a batch that are mixed up and vectors that are all the same lie far below; so do
     * swapped channels (0.94 and less with the bundled model, but for grey pictures) and most
     * pictures that are ten grey values brighter (0.985 to 0.999).
     */
    static final double LEAST_COSINE = 0.99;

    /**
     * Checks the unit vector that a model gave.
     *
     * @return its cosine with the one that it must be
     * @throws ModelException.WrongVector if that is too small, or not a number
     */
    double require(float[] given) {
        double cosine = Vectors.dot(vector, given);
        if (cosine >= LEAST_COSINE && Vectors.isUnit(given)) {
            return cosine;
        }
        throw new ModelException.WrongVector(name, cosine);
    }
}
