// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at the sources before a job is started for them. */
final class Sources {

    private Sources() {}

    /**
     * Makes sure that there is something to read.
     *
     * @param log is told of sources that are waited for, if files may arrive later
     * @throws SettingsException naming every source that is missing or empty, if none may
     */
    static void check(Settings settings, Consumer<String> log) {
        boolean watching = settings.video().watch() != null;
        List<String> problems = new ArrayList<>();
        for (SourceLocation location : settings.video().locations()) {
            if (SourceLocation.isUri(location.path())) {
                continue; // the file systems of the cluster are not here
            }
            String problem = problem(Path.of(location.path()));
            if (problem != null) {
                problems.add("source: " + location.path() + " " + problem);
            }
        }
        if (watching) {
            problems.forEach(problem -> log.accept(problem + "; waiting for files"));
        } else if (!problems.isEmpty()) {
            throw new SettingsException(String.join(System.lineSeparator(), problems));
        }
    }

    private static String problem(Path path) {
        if (!Files.exists(path)) {
            return "does not exist";
        }
        if (!Files.isReadable(path)) {
            return "cannot be read: permission denied";
        }
        return Files.isDirectory(path) ? problemBelow(path) : null;
    }

    /** The job itself tells of each folder that it cannot list. */
    private static String problemBelow(Path directory) {
        VideoFiles.Listing listing = VideoFiles.below(directory);
        return listing.videos().isEmpty() && listing.unreadable().isEmpty()
                ? "holds no video files (" + VideoFiles.extensions() + ")"
                : null;
    }
}
