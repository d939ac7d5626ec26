// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.access.AccessRefused;
import dev.sightline.video.access.HttpFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says which files of a directory are videos: by name, since the JobManager opens none. */
public final class VideoFiles {

    private static final Set<String> EXTENSIONS =
            Set.of(
                    "mp4", "m4v", "mov", "mkv", "webm", "ts", "m2ts", "mts", "avi", "mpg", "mpeg",
                    "flv", "wmv", "asf", "ogv", "3gp", "3g2", "mxf", "vob", "ivf");

    private VideoFiles() {}

    /**
     * What is in a directory.
     *
     * @param videos the videos below it, sorted by path
     * @param unreadable folders below it, or itself, that could not be listed to their end, and
     *     why; sorted by path
     */
    public record Listing(List<Path> videos, SortedMap<Path, String> unreadable) {}

    /**
     * Looks for the videos below a directory. A folder that cannot be read costs its own files
     * only. Hidden files are left out, as copying programs hide what is not complete; folders
     * behind links are not followed, but for the directory itself.
     */
    public static Listing below(Path directory) {
        Search search = new Search(directory);
        try {
            Files.walkFileTree(search.start, search);
        } catch (IOException e) {
            search.failed(search.start, e);
        }
        return new Listing(search.videos.stream().sorted().toList(), search.unreadable);
    }

    private static final class Search extends SimpleFileVisitor<Path> {

        private final Path directory;
        private final Path start;
        private final List<Path> videos = new ArrayList<>();
        private final SortedMap<Path, String> unreadable = new TreeMap<>();

        Search(Path directory) {
            this.directory = directory;
            this.start = Files.isSymbolicLink(directory) ? target(directory) : directory;
        }

        private static Path target(Path link) {
            try {
                return link.toRealPath();
            } catch (IOException e) {
                return link; // which then cannot be listed either
            }
        }

        /** As the user called the directory. */
        private Path named(Path path) {
            return directory.resolve(start.relativize(path));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isVideo(file.getFileName().toString()) && Files.isRegularFile(file)) {
                videos.add(named(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) {
            failed(path, failure);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            if (failure != null) {
                failed(folder, failure);
            }
            return FileVisitResult.CONTINUE;
        }

        private void failed(Path path, IOException failure) {
            boolean vanished = failure instanceof NoSuchFileException && !path.equals(start);
            if (!vanished) {
                unreadable.put(named(path), reason(failure));
            }
        }
    }

    /** Why a file or folder cannot be read, without its path. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof AccessRefused || failure instanceof HttpFailure) {
            return failure.getMessage();
        }
        return failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : failure.toString();
    }

    /** Whether a file is taken for a video by its name. */
    static boolean isVideo(String name) {
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
