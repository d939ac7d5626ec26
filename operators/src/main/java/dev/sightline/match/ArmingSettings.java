// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.io.Serializable;
import java.time.Duration;

/**
 * What queries are armed with.
 *
 * @param modelPath folder of the bundle
 * @param digest that the bundle must have
 * @param interval distance of samples
 */
public record ArmingSettings(String modelPath, String digest, Duration interval)
        implements Serializable {}
