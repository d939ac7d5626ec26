// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.redaction.Redaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Reads where pictures go: a folder, a URI, or {@code off}. */
final class PictureLocation {

    private static final String OFF = "off";

    /** One letter before a colon is a drive and no scheme. */
    private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private PictureLocation() {}

    /**
     * Parses a setting.
     *
     * @return a URI without a slash at its end, or null for no pictures
     * @throws IllegalArgumentException saying what is wrong, without credentials
     */
    static URI parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("empty; give a folder or a URI, or off");
        }
        if (text.equalsIgnoreCase(OFF)) {
            return null;
        }
        URI uri = WITH_SCHEME.matcher(text).matches() ? uri(text) : Path.of(text).toUri();
        if ("file".equalsIgnoreCase(uri.getScheme())) {
            uri = folder(Path.of(uri));
        }
        return URI.create(uri.toString().replaceFirst("/+$", ""));
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(text);
            if (uri.getRawUserInfo() != null || !Redaction.redact(text).equals(text)) {
                throw new IllegalArgumentException(
                        "holds credentials; give them to Flink's file system instead");
            }
            if (uri.isOpaque() || uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no folder's URI; for example s3://BUCKET/PATH");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "'" + Redaction.redact(text) + "' is no URI: " + e.getReason(), e);
        }
    }

    private static URI folder(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new IllegalArgumentException(absolute + " is a file; give a folder");
        }
        return absolute.toUri();
    }
}
