// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

/** A text tower: a phrase to a unit vector. */
public interface TextEncoder extends AutoCloseable {

    /**
     * Encodes one phrase as it stands; no prompt template is applied.
     *
     * @return a unit vector of the bundle's dimension
     * @throws ModelException if the phrase is blank or the runtime refuses it
     */
    float[] encode(String phrase);

    @Override
    void close();
}
