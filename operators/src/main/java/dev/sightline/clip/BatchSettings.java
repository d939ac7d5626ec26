// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.io.Serializable;
import java.time.Duration;

/**
 * How samples are gathered into batches.
 *
 * @param size most pictures in one run of the model; at least 1
 * @param patience how long the first picture of a batch waits for company, from when it came
 * @param queueCapacity most pictures that wait; callers block beyond it, and no batch is larger
 */
public record BatchSettings(int size, Duration patience, int queueCapacity)
        implements Serializable {

    /** Refuses values out of range. */
    public BatchSettings {
        if (size < 1 || patience.isNegative() || queueCapacity < 1) {
            throw new IllegalArgumentException(
                    "batch settings out of range: size "
                            + size
                            + " and queue capacity "
                            + queueCapacity
                            + " must be at least 1, patience "
                            + patience
                            + " not negative");
        }
    }
}
