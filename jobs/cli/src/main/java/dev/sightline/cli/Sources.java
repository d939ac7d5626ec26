// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at the sources before a job is started for them. */
final class Sources {

    private Sources() {}

    /**
     * Makes sure that there is something to read.
     *
     * @throws SettingsException naming every source that is missing or empty
     */
    static void check(Settings settings) {
        if (settings.video().watch() != null) {
            return; // they may come later
        }
        List<String> problems = new ArrayList<>();
        for (SourceLocation location : settings.video().locations()) {
            String problem = problem(Path.of(location.path()));
            if (problem != null) {
                problems.add("source: " + location.path() + " " + problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(String.join(System.lineSeparator(), problems));
        }
    }

    private static String problem(Path path) {
        if (!Files.exists(path)) {
            return "does not exist";
        }
        try {
            return Files.isDirectory(path) && VideoFiles.below(path).isEmpty()
                    ? "holds no video files (" + VideoFiles.extensions() + ")"
                    : null;
        } catch (IOException e) {
            return "cannot be listed: " + e.getMessage();
        }
    }
}
