// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of one run of a Java program as the JVM keeps them in memory, as the {@code
 * sightline} launcher has them of its own. Owns the file that they are in.
 *
 * <p>A JVM keeps only classes from jars; with a folder on the class path there is no archive, and
 * programs start as they would without.
 */
public final class ClassArchive implements AutoCloseable {

    private final Path folder;
    private final Path file;

    private ClassArchive(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("classes.jsa");
    }

    /**
     * Runs a program to its end and keeps what it loaded.
     *
     * @param java the command that starts it, see {@link Programs#java}; what it prints is lost
     * @param limit after which it is ended, without an archive
     * @throws IOException if temporary files cannot be written
     */
    public static ClassArchive of(List<String> java, Duration limit)
            throws IOException, InterruptedException {
        ClassArchive archive = new ClassArchive(Files.createTempDirectory("sightline-classes"));
        List<String> command = new ArrayList<>(java);
        command.add(1, "-XX:ArchiveClassesAtExit=" + archive.file);
        if (!new MeasuredCommand(command, limit).run().succeeded()) {
            Files.deleteIfExists(archive.file);
        }
        return archive;
    }

    /** What lets a JVM with the same class path use it; nothing if there is none. */
    public List<String> options() {
        return Files.exists(file) ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.delete(folder);
    }
}
