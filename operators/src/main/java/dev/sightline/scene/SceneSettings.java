// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import java.io.Serializable;

/**
 * What a user may set about scenes.
 *
 * @param minimumSceneMs a change that comes sooner after the previous one is merged into it;
 *     milliseconds, 0 or more
 * @param lastingMs how long a scene must look like another one before it counts as a semantic
 *     change; milliseconds, greater than 0
 */
public record SceneSettings(long minimumSceneMs, long lastingMs) implements Serializable {

    /**
     * Ten frames, and five seconds: editors hardly cut faster; a car or a person that crosses the
     * picture of a fixed camera is gone after three to five seconds and is no new scene.
     */
    public static final SceneSettings DEFAULT = new SceneSettings(400, 5000);

    /** Refuses negative times. */
    public SceneSettings {
        if (minimumSceneMs < 0 || lastingMs <= 0) {
            throw new IllegalArgumentException(
                    "minimum scene " + minimumSceneMs + " ms, lasting " + lastingMs + " ms");
        }
    }
}
