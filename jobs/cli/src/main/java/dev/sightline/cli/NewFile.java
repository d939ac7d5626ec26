// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that appears as a whole or not at all. */
final class NewFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final boolean replace;

    /**
     * @param target what it becomes
     * @param replace whether it takes the place of a file that is there
     */
    NewFile(Path target, boolean replace) {
        this.target = target;
        this.part = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
        this.replace = replace;
    }

    /** What is written here is in the file when it appears. */
    OutputStream open() throws IOException {
        // Not a temporary file of Java's, which nobody else may read.
        return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Lets it appear.
     *
     * @throws FileAlreadyExistsException if another file is there and must stay
     */
    void appear() throws IOException {
        if (replace) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.move(part, target);
        }
    }

    /** Leaves nothing of one that has not appeared. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }
}
