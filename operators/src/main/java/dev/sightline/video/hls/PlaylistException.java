// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.io.IOException;

/** A playlist that cannot be read; its message holds nothing of the playlist but numbers. */
public final class PlaylistException extends IOException {

    PlaylistException(String message) {
        super(message);
    }
}
