// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.process.Spread;

/**
 * What a program took on one video.
 *
 * @param program its name
 * @param cpuSeconds of its process and children, start included; null if it failed
 * @param wallSeconds of its process; null if it failed
 * @param stamps errors of its time stamps; null where it takes no samples
 * @param failure why it failed; null if it did not
 */
record SamplerFigures(
        String program, Spread cpuSeconds, Spread wallSeconds, StampErrors stamps, String failure) {

    static SamplerFigures failed(String program, String why) {
        return new SamplerFigures(program, null, null, null, why);
    }
}
