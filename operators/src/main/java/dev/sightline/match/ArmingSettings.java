// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.access.AllowedHosts;
import java.io.Serializable;
import java.time.Duration;

/**
 * What queries are armed with.
 *
 * @param modelPath folder of the bundle
 * @param digest that the bundle must have
 * @param interval distance of samples
 * @param allowed hosts outside of the public network that a query's picture may be on
 */
public record ArmingSettings(
        String modelPath, String digest, Duration interval, AllowedHosts allowed)
        implements Serializable {

    /** With pictures on the public network alone. */
    public ArmingSettings(String modelPath, String digest, Duration interval) {
        this(modelPath, digest, interval, AllowedHosts.NONE);
    }
}
