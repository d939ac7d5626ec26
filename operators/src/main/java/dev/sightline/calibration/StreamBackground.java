// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.util.Objects;

/**
 * What has been learnt of a stream; to be kept with its state. Immutable, at most about 90 KB at
 * 256 dimensions.
 */
public final class StreamBackground {

    private final StreamPictures pictures;
    private final FalseAlarms falseAlarms;

    StreamBackground(StreamPictures pictures, FalseAlarms falseAlarms) {
        this.pictures = Objects.requireNonNull(pictures, "pictures");
        this.falseAlarms = Objects.requireNonNull(falseAlarms, "falseAlarms");
    }

    StreamPictures pictures() {
        return pictures;
    }

    FalseAlarms falseAlarms() {
        return falseAlarms;
    }
}
