// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import dev.sightline.benchmark.process.Spread;

/**
 * What a program took on one video.
 *
 * @param program its name
 * @param cpuSeconds of the sampling: a second pass of the same process, or the process less what it
 *     takes to start; null if it failed
 * @param wallSeconds of the same; null if it failed
 * @param processCpuSeconds of a process that starts, samples the video once and ends; null if it
 *     failed
 * @param stamps errors of its time stamps; null where it takes no samples
 * @param failure why it failed; null if it did not
 */
record SamplerFigures(
        String program,
        Spread cpuSeconds,
        Spread wallSeconds,
        Spread processCpuSeconds,
        StampErrors stamps,
        String failure) {

    static SamplerFigures failed(String program, String why) {
        return new SamplerFigures(program, null, null, null, null, why);
    }
}
