// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds local files that URIs name, below allowed folders and nowhere else. */
final class LocalFile {

    private LocalFile() {}

    /** The path that a URI names; empty if it is not that of a local file. */
    static Optional<Path> named(String uri) {
        try {
            URI parsed = new URI(uri);
            boolean local = "file".equalsIgnoreCase(parsed.getScheme());
            boolean here = parsed.getAuthority() == null && parsed.getPath() != null;
            // Flink writes file:/a/b, Java file:///a/b; both are read here.
            return local && here ? Optional.of(Path.of(parsed)) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * The file itself, without links on the way; empty if there is none, or if it lies outside of
     * the folders: a link does not lead out.
     */
    static Optional<Path> below(Path path, List<Path> folders) {
        try {
            Path real = path.toRealPath();
            return Files.isRegularFile(real) && isBelow(real, folders)
                    ? Optional.of(real)
                    : Optional.empty();
        } catch (IOException | SecurityException e) {
            return Optional.empty(); // which is what a file that nobody may see is, too
        }
    }

    private static boolean isBelow(Path real, List<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder) && real.startsWith(folder.toRealPath())) {
                return true;
            }
        }
        return false;
    }
}
