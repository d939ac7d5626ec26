// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tells models apart whose vectors must not be compared.
 *
 * <p>The digest of a bundle is {@code sha256:} and, in lower-case hexadecimal, the SHA-256 of these
 * lines in UTF-8, each ended by a line feed:
 *
 * <ol>
 *   <li>the SHA-256 of the image tower, of the text tower, and of the tokenizer, each on a line of
 *       its own and as the manifest has it
 *   <li>{@code WIDTHxHEIGHT RESIZE INTERPOLATION LAYOUT}
 *   <li>the mean, then on the next line the standard deviation: three values separated by spaces,
 *       each the eight hexadecimal digits of its IEEE 754 bits, because decimal digits differ
 *       between Java versions
 *   <li>{@code MAXLENGTH PADDING}
 *   <li>the name of the image tower's output, then on the next line the text tower's
 * </ol>
 */
final class BundleDigest {

    private static final String PREFIX = "sha256:";

    private BundleDigest() {}

    /** Digest of a bundle whose files are those that its manifest names. */
    static String of(ModelManifest manifest) {
        ModelManifest.Image image = manifest.image();
        ModelManifest.Text text = manifest.text();
        String size = image.width() + "x" + image.height();
        String lines =
                String.join(
                        "\n",
                        image.sha256(),
                        text.sha256(),
                        text.tokenizerSha256(),
                        String.join(
                                " ", size, image.resize(), image.interpolation(), image.layout()),
                        bits(image.mean()),
                        bits(image.std()),
                        text.maxLength() + " " + text.padding(),
                        image.output(),
                        text.output(),
                        "");
        return hex(sha256().digest(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * SHA-256 of a file, as manifests have it.
     *
     * @throws ModelException if it cannot be read
     */
    static String of(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw BundleFiles.unreadable(file, e);
        }
        return hex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] hash) {
        return PREFIX + HexFormat.of().formatHex(hash);
    }

    private static String bits(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> HexFormat.of().toHexDigits(Float.floatToIntBits(values[i])))
                .collect(Collectors.joining(" "));
    }
}
