// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;

/**
 * The sample of a match that shows it best.
 *
 * @param time the sample's
 * @param evidence of the sample alone
 * @param cosine its raw score
 * @param meaning of that score
 */
public record Peak(MediaTime time, double evidence, float cosine, Meaning meaning) {

    static Peak of(Observation sample) {
        return new Peak(sample.time(), sample.own(), sample.cosine(), sample.meaning());
    }
}
