// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The picture of a query, as a text: an {@code http} or {@code https} URI, or the JPEG or PNG
 * itself as {@code data:image/...;base64,...}.
 */
public final class QueryImage {

    /** Most bytes of a picture, however it comes. */
    public static final int MOST_BYTES = 1 << 20;

    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private QueryImage() {}

    /**
     * A picture as a text.
     *
     * @param picture a JPEG or PNG
     * @throws MalformedRequest if it is neither, or too large
     */
    public static String ofBytes(byte[] picture) throws MalformedRequest {
        if (picture.length > MOST_BYTES) {
            throw new MalformedRequest(
                    "the picture has more than " + MOST_BYTES + " bytes; make it smaller");
        }
        return DATA + type(picture) + BASE64 + Base64.getEncoder().encodeToString(picture);
    }

    /** The picture itself, where the text holds it, and does not only say where it is. */
    public static Optional<byte[]> data(String image) {
        return image.startsWith(DATA)
                ? Optional.of(
                        Base64.getDecoder()
                                .decode(image.substring(image.indexOf(BASE64) + BASE64.length())))
                : Optional.empty();
    }

    /**
     * What a user wrote, as this class knows it: bare base64 becomes a data URI.
     *
     * @throws MalformedRequest saying what it should be, without naming the field
     */
    static String read(String image) throws MalformedRequest {
        if (image.startsWith(DATA)) {
            int comma = image.indexOf(',');
            if (comma < 0 || !image.substring(0, comma + 1).endsWith(BASE64)) {
                throw new MalformedRequest("a data URI has to be data:image/...;base64,...");
            }
            return ofBase64(image.substring(comma + 1));
        }
        return image.indexOf(':') < 0 ? ofBase64(image) : ofUri(image);
    }

    private static String ofBase64(String text) throws MalformedRequest {
        byte[] picture;
        try {
            picture = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest(
                    "neither an http or https URI nor base64; the command line takes files");
        }
        return ofBytes(picture);
    }

    private static String ofUri(String text) throws MalformedRequest {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new MalformedRequest("not a URI: " + e.getReason());
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw new MalformedRequest(
                    "a URI has to be http or https; send other pictures as data:image/...;base64");
        } else if (uri.getHost() == null) {
            throw new MalformedRequest("the URI names no host");
        } else if (uri.getRawUserInfo() != null || !Redaction.redact(text).equals(text)) {
            throw new MalformedRequest(
                    "the URI must not hold credentials; send the picture as data:image/...;base64");
        }
        return text;
    }

    private static String type(byte[] picture) throws MalformedRequest {
        return PictureFormat.of(picture)
                .map(PictureFormat::mediaType)
                .orElseThrow(() -> new MalformedRequest("the picture is neither a JPEG nor a PNG"));
    }
}
