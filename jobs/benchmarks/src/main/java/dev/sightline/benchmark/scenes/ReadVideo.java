// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.scene.SceneChange;
import dev.sightline.scene.SceneSample;
import java.util.List;

/**
 * What there is in a video.
 *
 * @param samples in the order of time, one a second, with their vectors
 * @param changes from one scene to another, in the order of time
 */
public record ReadVideo(List<SceneSample> samples, List<SceneChange> changes) {

    /** Takes the lists as they are. */
    public ReadVideo {
        samples = List.copyOf(samples);
        changes = List.copyOf(changes);
    }
}
