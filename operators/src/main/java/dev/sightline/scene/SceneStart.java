// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

/**
 * Where a scene began.
 *
 * @param k grid point of its first sample; -1 before a stream's first sample
 * @param mediaMs its first moment, in milliseconds since the stream's start
 * @param changeMs end of the change that it began with, or -1 if the stream began with it
 */
public record SceneStart(long k, long mediaMs, long changeMs) {

    /** Before the first sample. */
    static final SceneStart NONE = new SceneStart(-1, 0, -1);

    /** Whether there is a scene. */
    boolean known() {
        return k >= 0;
    }
}
