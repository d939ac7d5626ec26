// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is gone when it is closed, and when the JVM ends before, as by Ctrl-C. It lies
 * where {@code java.io.tmpdir} says.
 */
public final class TemporaryFolder implements AutoCloseable {

    /** Others may still write while the JVM ends. */
    private static final int TRIES = 20;

    private final Path path;
    private final Thread atExit;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.atExit = new Thread(this::deleteAtExit, "delete " + path);
    }

    /**
     * Makes one.
     *
     * @param name what its name begins with
     */
    public static TemporaryFolder create(String name) throws IOException {
        TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory(name));
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        return folder;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Bytes of all files below a folder. */
    public static long bytes(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
        }
        return sum;
    }

    private void deleteAtExit() {
        for (int i = 0; i < TRIES && Files.exists(path); i++) {
            try {
                delete();
            } catch (IOException | UncheckedIOException e) {
                // Somebody else wrote or deleted meanwhile: once more.
                Thread.onSpinWait();
            }
        }
        if (Files.exists(path)) {
            System.err.println("please delete " + path + ": it could not be deleted");
        }
    }

    private void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        delete();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
