// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.io.Serializable;

/** Loads the image tower of a bundle. */
public interface EncoderLoader extends Serializable {

    /**
     * Loads it.
     *
     * @return the caller's, who closes it
     * @throws ModelException if it cannot be loaded, or gives wrong vectors
     */
    ImageEncoder load(ModelBundle bundle, ModelSettings settings);
}
