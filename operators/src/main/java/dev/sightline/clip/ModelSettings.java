// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Which model to run, and how.
 *
 * @param path folder of the bundle, on the machine that runs it
 * @param device where
 * @param threads threads inside one operator of the graph; 0 for all cores
 * @param batch how samples are gathered
 * @param canaryInterval time between two checks with a reference picture; above zero
 */
public record ModelSettings(
        String path, Device device, int threads, BatchSettings batch, Duration canaryInterval)
        implements Serializable {

    /** Refuses absent parts, fewer than 0 threads and checks without end. */
    public ModelSettings {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(batch, "batch");
        if (threads < 0) {
            throw new IllegalArgumentException("model threads: " + threads);
        }
        if (canaryInterval.isNegative() || canaryInterval.isZero()) {
            throw new IllegalArgumentException("canary interval: " + canaryInterval);
        }
    }
}
