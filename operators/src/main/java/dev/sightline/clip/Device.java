// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

/** Where a model runs. */
public enum Device {
    /** On a CUDA device where there is one that works, else on the CPU. */
    AUTO,
    /** On the CPU. */
    CPU,
    /** On a CUDA device, or not at all. */
    CUDA
}
