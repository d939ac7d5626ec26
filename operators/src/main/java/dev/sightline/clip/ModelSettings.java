// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.io.Serializable;

/**
 * Which model to run, and how.
 *
 * @param path folder of the bundle, on the machine that runs it
 * @param device where
 * @param threads threads inside one operator; 0 for all cores
 * @param batch how samples are gathered
 */
public record ModelSettings(String path, Device device, int threads, BatchSettings batch)
        implements Serializable {}
