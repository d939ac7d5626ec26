// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that goes with its owner.
 *
 * @param path where it is
 */
record TemporaryFolder(Path path) implements AutoCloseable {

    private static final int TRIES = 5;

    /**
     * Creates one.
     *
     * @param name what its name begins with
     */
    static TemporaryFolder create(String name) throws IOException {
        return new TemporaryFolder(Files.createTempDirectory(name));
    }

    /** Deletes the folder; what another thread writes meanwhile is deleted at the next try. */
    @Override
    public void close() {
        for (int i = 0; i < TRIES && Files.exists(path); i++) {
            try (Stream<Path> files = Files.walk(path)) {
                files.sorted(Comparator.reverseOrder()).forEach(TemporaryFolder::delete);
            } catch (IOException | UncheckedIOException e) {
                // Left to the next try, and in the end to whoever cleans the temporary folder.
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
