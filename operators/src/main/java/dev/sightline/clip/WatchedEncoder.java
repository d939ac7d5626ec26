// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An image tower whose vectors are checked from time to time: a reference picture goes with the
 * batch, and the batch counts only if its vector is right. So the check sees what the samples see,
 * and those of the batch in which it fails reach nobody.
 *
 * <p>Not thread-safe.
 */
final class WatchedEncoder implements ImageEncoder {

    private final ImageEncoder encoder;
    private final Canary canary;

    /**
     * @param encoder closed with this one
     */
    WatchedEncoder(ImageEncoder encoder, Canary canary) {
        this.encoder = encoder;
        this.canary = canary;
    }

    /**
     * Encodes a batch, and checks the model with it if that is due.
     *
     * @throws ModelException.WrongVector if the model can no longer be trusted
     */
    @Override
    public float[][] encode(List<byte[]> pictures) {
        if (!canary.isDue()) {
            return all(pictures);
        }
        List<byte[]> more = new ArrayList<>(pictures);
        more.add(canary.picture());
        float[][] vectors;
        try {
            vectors = all(more);
        } catch (RuntimeException | Error e) {
            // It was the fault of one of the pictures, unless the canary fails by itself.
            check();
            throw e;
        }
        canary.check(vectors[pictures.size()]);
        return Arrays.copyOf(vectors, pictures.size());
    }

    private float[][] all(List<byte[]> pictures) {
        float[][] vectors = encoder.encode(pictures);
        if (vectors.length != pictures.size()) {
            throw new ModelException(
                    "the model gave "
                            + vectors.length
                            + " vectors for "
                            + pictures.size()
                            + " pictures");
        }
        return vectors;
    }

    /**
     * Checks the model with a reference picture alone, if that is due.
     *
     * @throws ModelException.WrongVector if the model can no longer be trusted
     */
    void check() {
        if (!canary.isDue()) {
            return;
        }
        float[][] vectors;
        try {
            vectors = all(List.of(canary.picture()));
        } catch (RuntimeException | Error e) {
            throw canary.failed(e);
        }
        canary.check(vectors[0]);
    }

    @Override
    public void close() {
        encoder.close();
    }
}
