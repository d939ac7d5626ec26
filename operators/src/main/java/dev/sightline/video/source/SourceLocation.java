// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.Serializable;
import java.util.Objects;

/**
 * A file or directory to read, as the user gave it.
 *
 * @param id stream id of the file, or what the ids of the directory's files begin with; empty for
 *     none: a file is then called by its name, a directory's files by their path below it
 * @param path local path
 */
public record SourceLocation(String id, String path) implements Serializable {

    /** Refuses absent parts. */
    public SourceLocation {
        Objects.requireNonNull(id, "id");
        if (path.isBlank()) {
            throw new IllegalArgumentException("empty source path");
        }
    }

    /**
     * Parses {@code PATH} or {@code ID=PATH}. A path that holds an equals sign is given with a
     * slash before it ({@code ./a=b.mp4}).
     */
    public static SourceLocation parse(String text) {
        int equals = text.indexOf('=');
        boolean hasId = equals > 0 && text.lastIndexOf('/', equals) < 0;
        return hasId
                ? new SourceLocation(text.substring(0, equals), text.substring(equals + 1))
                : new SourceLocation("", text);
    }
}
