// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import dev.sightline.event.PictureFormat;

/**
 * A picture of an event or a sample.
 *
 * @param jpeg its bytes, not copied and not to be changed; at most {@value #MOST_BYTES}
 */
public record Picture(byte[] jpeg) {

    /** Ours have 16 KiB; others may have been put there. */
    public static final int MOST_BYTES = 1 << 20;

    static boolean isJpeg(byte[] bytes) {
        return PictureFormat.of(bytes).filter(PictureFormat.JPEG::equals).isPresent();
    }
}
