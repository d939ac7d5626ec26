// SPDX-License-Identifier: Apache-2.0
package dev.sightline.scene;

import dev.sightline.video.VisualSignature;

/** Compares the small thumbnails of samples. */
final class Pictures {

    /**
     * Standard deviation, of 255, below which a picture shows nothing: black, white, one colour.
     */
    private static final double BLANK = 4;

    private Pictures() {}

    /** Whether the picture shows nothing at all. */
    static boolean blank(VisualSignature picture) {
        double sum = 0;
        double squares = 0;
        for (byte value : picture.thumbnail()) {
            sum += value & 0xff;
            squares += (double) (value & 0xff) * (value & 0xff);
        }
        double mean = sum / picture.thumbnail().length;
        return squares / picture.thumbnail().length - mean * mean < BLANK * BLANK;
    }
}
