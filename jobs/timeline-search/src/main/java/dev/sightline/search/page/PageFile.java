// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.page;

import java.util.Objects;

/**
 * A file as a browser gets it.
 *
 * @param mediaType with the character set, where there is one
 * @param content its bytes, not copied and not to be changed
 * @param tag what tells it from other versions, with quotes
 * @param lasting whether its address will never have another content
 */
public record PageFile(String mediaType, byte[] content, String tag, boolean lasting) {

    /** Refuses absent parts. */
    public PageFile {
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(tag, "tag");
    }
}
