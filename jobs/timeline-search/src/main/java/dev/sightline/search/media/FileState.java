// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What tells that a file was written to.
 *
 * @param file which
 * @param size in bytes
 * @param modified when last, in milliseconds since 1970
 */
record FileState(Path file, long size, long modified) {

    static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(file, attributes.size(), attributes.lastModifiedTime().toMillis());
    }
}
