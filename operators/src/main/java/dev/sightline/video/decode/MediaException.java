// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.StreamFailed;

/** A source that cannot be read (on); its message is for the user and names no credential. */
final class MediaException extends Exception {

    private final transient StreamFailed.Category category;

    MediaException(StreamFailed.Category category, String message) {
        super(message);
        this.category = category;
    }

    StreamFailed.Category category() {
        return category;
    }
}
