// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a picture lies below the location: {@code scenes/STREAM/EVENT.jpg}, and {@code
 * samples/STREAM/HOUR/EVENT.jpg} because there are many of them; the hour is one of media time.
 *
 * <p>An event's id tells streams apart, so a file's name is unique whatever its folder is called:
 * the folder is for people. It has nothing in it but letters, digits, hyphens, dots and underscores
 * and begins with neither dot nor hyphen; a stream id that had something else gets a hash at its
 * end.
 */
final class PictureName {

    /** Names of our files, finished or not; whatever else lies there is not ours. */
    private static final Pattern OURS =
            Pattern.compile("[0-9a-f]{32}\\.jpg|\\.[0-9a-f]{32}\\.jpg\\.[0-9a-f-]{36}");

    private static final Pattern EVENT_ID = Pattern.compile("[0-9a-f]{32}");

    /** File systems allow 255 bytes; a name that long is no longer read by anybody. */
    private static final int LONGEST_FOLDER = 80;

    private static final int HASH_BYTES = 6;

    private static final long HOUR_MS = 3_600_000;

    private PictureName() {}

    /**
     * The path of an event's picture.
     *
     * @param mediaMs where it is in its stream, in milliseconds since the stream's start
     * @throws IllegalArgumentException if the id is not one of ours
     */
    static String of(PictureKind kind, String streamId, long mediaMs, String eventId) {
        if (!EVENT_ID.matcher(eventId).matches()) {
            throw new IllegalArgumentException("no event id: " + eventId);
        }
        String folder = kind.folder() + "/" + folder(streamId) + "/";
        return kind == PictureKind.SAMPLES
                ? folder + Math.floorDiv(mediaMs, HOUR_MS) + "/" + eventId + ".jpg"
                : folder + eventId + ".jpg";
    }

    static boolean ours(String fileName) {
        return OURS.matcher(fileName).matches();
    }

    /** A stream id as the name of a folder. */
    static String folder(String streamId) {
        String safe = streamId.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^([.-]|$)", "_");
        if (safe.equals(streamId) && safe.length() <= LONGEST_FOLDER) {
            return safe;
        }
        return safe.substring(0, Math.min(safe.length(), LONGEST_FOLDER)) + "-" + hash(streamId);
    }

    private static String hash(String streamId) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(streamId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
