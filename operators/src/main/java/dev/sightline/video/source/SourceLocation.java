// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.access.SourceUri;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file or directory to read, as the user gave it.
 *
 * @param id stream id of the file, or what the ids of the directory's files begin with; empty for
 *     none: a file is then called by its name, a directory's files by their path below it
 * @param path local path, a URI that Flink has a file system for ({@code s3://bucket/folder}), or
 *     one of HTTP: of a file, or of a playlist with an end
 */
public record SourceLocation(String id, String path) implements Serializable {

    private static final Pattern URI_START = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/");
    private static final Pattern USER = Pattern.compile("[^/]*//[^/]*@.*");

    /** Refuses absent parts, and credentials: a path is kept in checkpoints. */
    public SourceLocation {
        Objects.requireNonNull(id, "id");
        if (path.isBlank()) {
            throw new IllegalArgumentException("empty source path");
        }
        if (isUri(path) && USER.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "credentials do not belong into a source's address; give them to the file"
                            + " system in Flink's configuration");
        }
        if (SourceUri.isNetwork(path) && !WebInputs.isWeb(path)) {
            throw new IllegalArgumentException(
                    "'" + path + "' is a live stream: give it with --stream");
        }
    }

    /** Whether a path is a URI, and not that of a local file. */
    public static boolean isUri(String path) {
        return URI_START.matcher(path).lookingAt();
    }

    /**
     * Parses {@code PATH} or {@code ID=PATH}. A path that holds an equals sign is given with a
     * slash before it ({@code ./a=b.mp4}).
     */
    public static SourceLocation parse(String text) {
        int equals = text.indexOf('=');
        boolean hasId = equals > 0 && text.lastIndexOf('/', equals) < 0;
        return hasId
                ? new SourceLocation(text.substring(0, equals), local(text.substring(equals + 1)))
                : new SourceLocation("", local(text));
    }

    private static String local(String path) {
        return path.startsWith("file:///") ? Path.of(URI.create(path)).toString() : path;
    }
}
