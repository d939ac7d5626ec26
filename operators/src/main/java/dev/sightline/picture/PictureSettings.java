// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where pictures are written and how long they are kept.
 *
 * @param location folder, as a URI without a slash at its end and without credentials; null for no
 *     pictures
 * @param size longest side in pixels
 * @param retention how long pictures of scene changes and matches are kept; 0 for ever
 * @param samples whether every sample's picture is written
 * @param sampleRetention how long those are kept; 0 for ever
 */
public record PictureSettings(
        URI location, int size, Duration retention, boolean samples, Duration sampleRetention)
        implements Serializable {

    /** No pictures at all. */
    public static final PictureSettings OFF =
            new PictureSettings(null, 1, Duration.ZERO, false, Duration.ZERO);

    /** Refuses values out of range. */
    public PictureSettings {
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(sampleRetention, "sampleRetention");
        if (size < 1 || retention.isNegative() || sampleRetention.isNegative()) {
            throw new IllegalArgumentException("picture settings out of range");
        }
    }

    /** Longest side of the pictures that readers make; 0 if nothing would be done with them. */
    public int previewSize() {
        return location == null ? 0 : size;
    }

    /** Whether pictures of a kind are written. */
    boolean writes(PictureKind kind) {
        return location != null && (kind != PictureKind.SAMPLES || samples);
    }

    Duration retentionOf(PictureKind kind) {
        return kind == PictureKind.SAMPLES ? sampleRetention : retention;
    }

    /** The picture that has a name. */
    URI uri(String name) {
        return URI.create(location + "/" + name);
    }
}
