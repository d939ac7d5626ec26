// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The timeline search, which has its own libraries and so its own class path.
 *
 * @param classPath of it
 * @param mainClass that runs it
 */
record SearchProgram(String classPath, String mainClass) {

    /** Below the folder of Sightline. */
    static final String FOLDER = "jobs/timeline-search/target";

    private static final String MAIN = "dev.sightline.search.service.TimelineSearch";

    /** That of a build; empty if there is none. */
    static Optional<SearchProgram> below(Path home) {
        Path target = home.resolve(FOLDER).toAbsolutePath();
        Path libraries = target.resolve("lib");
        if (!Files.isDirectory(libraries)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(target, "sightline-timeline-search-*[0-9T].jar")) {
            for (Path jar : jars) {
                return Optional.of(
                        new SearchProgram(jar + File.pathSeparator + libraries.resolve("*"), MAIN));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // what cannot be listed cannot be run
        }
    }
}
