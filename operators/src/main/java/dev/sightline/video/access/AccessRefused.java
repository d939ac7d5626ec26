// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;

/** A source may not be read; trying again changes nothing. Its message holds no credentials. */
public final class AccessRefused extends IOException {

    /**
     * @param message what is refused and how it could be allowed, as it goes on after the name of a
     *     stream
     */
    public AccessRefused(String message) {
        super(message);
    }
}
