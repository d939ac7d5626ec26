// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;

/**
 * A sample, as far as matching goes.
 *
 * @param stream where it is from
 * @param k its grid point
 * @param time the frame's own time
 * @param vector unit vector
 * @param sceneStart grid point of the first sample of its scene, as far as it is known
 * @param preview its picture, a JPEG; may be empty
 */
public record MatchSample(
        StreamRef stream,
        long k,
        MediaTime time,
        float[] vector,
        long sceneStart,
        byte[] preview) {}
