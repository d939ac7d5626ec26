// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.StreamFailed;

/** A source that cannot be read (on); its message is for the user and names no credential. */
public final class MediaException extends Exception {

    private final transient StreamFailed.Category category;

    public MediaException(StreamFailed.Category category, String message) {
        super(message);
        this.category = category;
    }

    public StreamFailed.Category category() {
        return category;
    }
}
