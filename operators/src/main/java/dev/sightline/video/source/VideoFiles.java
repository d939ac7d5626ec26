// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Says which files of a directory are videos: by name, since the JobManager opens none. */
public final class VideoFiles {

    private static final Set<String> EXTENSIONS =
            Set.of(
                    "mp4", "m4v", "mov", "mkv", "webm", "ts", "m2ts", "mts", "avi", "mpg", "mpeg",
                    "flv", "wmv", "asf", "ogv", "3gp", "3g2", "mxf", "vob", "ivf");

    private VideoFiles() {}

    /**
     * The videos below a directory, sorted by path; hidden files are left out, as copying programs
     * hide what is not complete.
     *
     * @throws IOException if the directory cannot be listed
     */
    public static List<Path> below(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(VideoFiles::isVideo).sorted().toList();
        }
    }

    private static boolean isVideo(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0
                && !name.startsWith(".")
                && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The extensions, for messages. */
    public static String extensions() {
        return String.join(", ", EXTENSIONS.stream().sorted().toList());
    }
}
