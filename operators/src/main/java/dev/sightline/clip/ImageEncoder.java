// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.List;

/** An image tower: pictures to unit vectors. */
public interface ImageEncoder extends AutoCloseable {

    /**
     * Encodes a batch.
     *
     * @param pictures each width x height x 3 RGB bytes of the bundle's geometry
     * @return one unit vector of the bundle's dimension for each, in order
     * @throws ModelException if the runtime refuses the batch
     */
    float[][] encode(List<byte[]> pictures);

    @Override
    void close();
}
