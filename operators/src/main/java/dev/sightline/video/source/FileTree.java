// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.SourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The file, or the folder with all below it, that a location names; as it is at one time. */
interface FileTree {

    /**
     * A file as its file system describes it.
     *
     * @param regular whether it is one, and not something else that has a name
     * @param size bytes
     * @param modified milliseconds since 1970; 0 if the file system does not say
     */
    record State(boolean regular, long size, long modified) {}

    /**
     * What is below a folder.
     *
     * @param videos paths of the videos, sorted
     * @param unreadable paths of folders that could not be listed to their end, and why
     */
    record Found(List<String> videos, SortedMap<String, String> unreadable) {}

    /**
     * The local file or folder of a location, a file behind HTTP, or what there is in Flink's file
     * system for its scheme.
     */
    static FileTree of(SourceLocation location) {
        if (WebInputs.isWeb(location.path())) {
            return new WebFile(location.path());
        }
        return SourceLocation.isUri(location.path())
                ? new StoredTree(location.path())
                : new LocalTree(location.path());
    }

    /** What events call such files. */
    default SourceKind kind() {
        return SourceKind.FILE;
    }

    /** Path of the file or folder itself, as splits have it. */
    String root();

    /** Last part of a path. */
    String name(String path);

    /** A path from the root on, with slashes. */
    String below(String path);

    /** The URI of a path, for events. */
    String uri(String path);

    /**
     * Whether the root is a folder.
     *
     * @throws IOException if that cannot be found out
     */
    boolean isFolder() throws IOException;

    /** Looks for videos; what goes wrong is part of the answer. */
    Found find();

    /**
     * How a file is, or empty if it does not exist.
     *
     * @throws IOException if that cannot be found out
     */
    Optional<State> state(String path) throws IOException;

    /**
     * Tells the content of a file from others.
     *
     * @throws IOException if it cannot be read
     */
    Fingerprint fingerprint(String path, State state) throws IOException;
}
