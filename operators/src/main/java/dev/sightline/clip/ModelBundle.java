// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import dev.sightline.video.FrameGeometry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A model's folder, every file of which was checked against its SHA-256.
 *
 * @param folder the folder
 * @param manifest its {@code model.json}
 * @param digest what events carry; see {@link #load}
 */
public record ModelBundle(Path folder, ModelManifest manifest, String digest) {

    private static final String PREFIX = "sha256:";

    /**
     * Loads and verifies a bundle.
     *
     * <p>The digest is a SHA-256 over these lines, each ended by a line feed: the SHA-256 of the
     * image tower, of the text tower and of the tokenizer as the manifest has them; then {@code
     * WIDTHxHEIGHT RESIZE LAYOUT}, the mean, the standard deviation, and the longest sequence with
     * its padding. Two bundles with one digest give the same vectors.
     *
     * @throws ModelException if a file is missing or differs, saying which and what to do
     */
    public static ModelBundle load(Path folder) {
        ModelManifest manifest = ModelManifest.read(folder);
        verify(folder, manifest.image().file(), manifest.image().sha256());
        verify(folder, manifest.text().file(), manifest.text().sha256());
        verify(folder, manifest.text().tokenizer(), manifest.text().tokenizerSha256());
        if (manifest.background() != null) {
            verify(folder, manifest.background().file(), manifest.background().sha256());
        }
        return new ModelBundle(folder, manifest, digest(manifest));
    }

    private static void verify(Path folder, String name, String expected) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new ModelException(folder + ": '" + name + "' lies outside the bundle");
        }
        if (!Files.isRegularFile(file)) {
            throw new ModelException(
                    "the model bundle lacks " + file + "; fetch or copy the whole bundle again");
        }
        String actual = PREFIX + sha256(file);
        if (!actual.equals(expected)) {
            throw new ModelException(
                    file
                            + " is not the file that "
                            + ModelManifest.FILE
                            + " names (expected "
                            + expected
                            + ", found "
                            + actual
                            + "); fetch the bundle again, or correct the manifest if you changed"
                            + " the file on purpose");
        }
    }

    private static String sha256(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String digest(ModelManifest manifest) {
        ModelManifest.Image image = manifest.image();
        ModelManifest.Text text = manifest.text();
        String lines =
                String.join(
                        "\n",
                        image.sha256(),
                        text.sha256(),
                        text.tokenizerSha256(),
                        image.width()
                                + "x"
                                + image.height()
                                + " "
                                + image.resize()
                                + " "
                                + image.layout(),
                        Arrays.toString(image.mean()),
                        Arrays.toString(image.std()),
                        text.maxLength() + " " + text.padding(),
                        "");
        byte[] hash = sha256().digest(lines.getBytes(StandardCharsets.UTF_8));
        return PREFIX + HexFormat.of().formatHex(hash);
    }

    /** The picture that the image tower wants. */
    public FrameGeometry geometry() {
        return manifest.image().geometry();
    }

    /** The graph of the image tower. */
    Path vision() {
        return folder.resolve(manifest.image().file());
    }

    /** The graph of the text tower. */
    Path text() {
        return folder.resolve(manifest.text().file());
    }

    /** Vectors of general pictures, if the bundle has them. */
    public Optional<VectorBank> background() {
        ModelManifest.Background background = manifest.background();
        if (background == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(background.file());
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != 2L * background.count() * manifest.dimension()) {
                throw new ModelException(
                        file + " does not hold " + background.count() + " vectors");
            }
            return Optional.of(VectorBank.ofFloat16(bytes, manifest.dimension()));
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
