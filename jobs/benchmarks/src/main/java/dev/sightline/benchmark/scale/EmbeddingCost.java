// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scale;

import dev.sightline.clip.Device;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.OnnxImageEncoder;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What embedding one sample takes on one thread, the yardstick of everything else. */
final class EmbeddingCost {

    private static final int BATCH = 8;
    private static final double NANOS_PER_MS = 1e6;

    private EmbeddingCost() {}

    /**
     * Milliseconds a sample, in batches of eight.
     *
     * @param batches how many, after one that does not count
     */
    static double ms(ModelBundle bundle, int batches) {
        byte[] picture = new byte[bundle.geometry().width() * bundle.geometry().height() * 3];
        new Random(1).nextBytes(picture);
        List<byte[]> batch = Collections.nCopies(BATCH, picture);
        try (OnnxImageEncoder tower = new OnnxImageEncoder(bundle, Device.CPU, 1)) {
            tower.encode(batch);
            long begin = System.nanoTime();
            for (int i = 0; i < batches; i++) {
                tower.encode(batch);
            }
            return (System.nanoTime() - begin) / NANOS_PER_MS / batches / BATCH;
        }
    }
}
