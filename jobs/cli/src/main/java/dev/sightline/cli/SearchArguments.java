// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.Settings;
import dev.sightline.video.source.SourceLocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a timeline search has to be told of a job, to show its events. */
final class SearchArguments {

    private SearchArguments() {}

    /** Arguments for that, as far as they are of this machine. */
    static List<String> of(Settings settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("--kafka.bootstrap.servers=" + settings.kafka().bootstrap());
        arguments.add("--model=" + settings.model().path());
        settings.video().locations().stream()
                .filter(location -> !SourceLocation.isUri(location.path()))
                .map(location -> folder(Path.of(location.path()).toAbsolutePath()))
                .filter(Files::isDirectory)
                .distinct()
                .forEach(folder -> arguments.add("--video-root=" + folder));
        URI pictures = settings.pictures().location();
        if (pictures != null && "file".equals(pictures.getScheme())) {
            arguments.add("--picture-folder=" + pictureFolder(Path.of(pictures)));
        }
        return arguments;
    }

    /** The job may make it later than the search looks. */
    private static Path pictureFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            return folder; // the one that cannot use it says so
        }
    }

    private static Path folder(Path source) {
        return Files.isDirectory(source) ? source : source.getParent();
    }
}
