// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A model's folder, every file of which was checked against its SHA-256.
 *
 * @param folder the folder
 * @param manifest its {@code model.json}
 * @param digest what events carry; see {@link #load}
 */
public record ModelBundle(Path folder, ModelManifest manifest, String digest) {

    private static final String PREFIX = "sha256:";
    private static final String CONTROL_FILE = "control.f32";

    /**
     * Loads and verifies a bundle.
     *
     * <p>The digest is {@code sha256:} and, in lower-case hexadecimal, the SHA-256 of these lines
     * in UTF-8, each ended by a line feed:
     *
     * <ol>
     *   <li>the SHA-256 of the image tower, of the text tower, and of the tokenizer, each on a line
     *       of its own and as the manifest has it
     *   <li>{@code WIDTHxHEIGHT RESIZE INTERPOLATION LAYOUT}
     *   <li>the mean, then on the next line the standard deviation: three values separated by
     *       spaces, each the eight hexadecimal digits of its IEEE 754 bits, because decimal digits
     *       differ between Java versions
     *   <li>{@code MAXLENGTH PADDING}
     *   <li>the name of the image tower's output, then on the next line the text tower's
     * </ol>
     *
     * Two bundles with one digest give the same vectors.
     *
     * @throws ModelException if a file is missing or differs, or a value of the manifest is wrong,
     *     saying which and what to do
     */
    public static ModelBundle load(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        ModelManifest manifest = ModelManifest.read(absolute);
        verify(absolute, manifest.image().file(), manifest.image().sha256());
        verify(absolute, manifest.text().file(), manifest.text().sha256());
        verify(absolute, manifest.text().tokenizer(), manifest.text().tokenizerSha256());
        if (manifest.background() != null) {
            verify(absolute, manifest.background().file(), manifest.background().sha256());
            verifySize(absolute, manifest);
        }
        if (manifest.control() != null) {
            verify(absolute, manifest.control().file(), manifest.control().sha256());
        }
        return new ModelBundle(absolute, manifest, digest(manifest));
    }

    /**
     * Loads the bundle that a job was submitted with.
     *
     * @param digest that it must have
     * @throws ModelException if it cannot be used, or is another one
     */
    public static ModelBundle load(Path folder, String digest) {
        ModelBundle bundle = load(folder);
        if (!bundle.digest().equals(digest)) {
            throw new ModelException(
                    bundle.folder()
                            + " on this machine is another model ("
                            + bundle.digest()
                            + ") than the one that the job was submitted with ("
                            + digest
                            + "); put the same bundle on every machine");
        }
        return bundle;
    }

    private static void verify(Path folder, String name, String expected) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new ModelException(
                    folder.resolve(ModelManifest.FILE)
                            + ": '"
                            + name
                            + "' lies outside the bundle; name a file beside the manifest");
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

    private static void verifySize(Path folder, ModelManifest manifest) {
        Path file = folder.resolve(manifest.background().file());
        int count = manifest.background().count();
        long expected = (long) Short.BYTES * count * manifest.dimension();
        try {
            if (Files.size(file) != expected) {
                throw new ModelException(
                        file
                                + " has "
                                + Files.size(file)
                                + " bytes, expected "
                                + expected
                                + " for "
                                + count
                                + " float16 vectors of "
                                + manifest.dimension()
                                + " values; correct background.count or dimension in "
                                + ModelManifest.FILE);
            }
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
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
        byte[] hash = sha256().digest(lines.getBytes(StandardCharsets.UTF_8));
        return PREFIX + HexFormat.of().formatHex(hash);
    }

    private static String bits(float[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> HexFormat.of().toHexDigits(Float.floatToIntBits(values[i])))
                .collect(Collectors.joining(" "));
    }

    /** What the model is called. */
    public String name() {
        return manifest.name();
    }

    /** Length of the model's vectors. */
    public int dimension() {
        return manifest.dimension();
    }

    /** Phrasings of a query; {@code {}} stands for its text. */
    public List<String> templates() {
        return manifest.templates();
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
        return Optional.ofNullable(manifest.background())
                .map(bank -> VectorBank.ofFloat16(read(bank.file()), manifest.dimension()));
    }

    /**
     * Vectors of the control group's sentences, if the bundle has them.
     *
     * @param phrases digest of the sentences and templates that are wanted
     */
    public Optional<VectorBank> control(String phrases) {
        return Optional.ofNullable(manifest.control())
                .filter(bank -> bank.phrases().equals(phrases))
                .map(bank -> VectorBank.ofFloat32(read(bank.file()), manifest.dimension()));
    }

    /**
     * Stores vectors of the control group's sentences in the bundle, in place of others. The
     * bundle's digest stays the same.
     *
     * @param phrases digest of the sentences and templates that they are of
     * @throws IOException if the folder cannot be written
     */
    public void keepControl(VectorBank control, String phrases) throws IOException {
        Path file = folder.resolve(CONTROL_FILE);
        Files.write(file, control.float32());
        ObjectMapper json = new ObjectMapper();
        Path manifestFile = folder.resolve(ModelManifest.FILE);
        ObjectNode root = (ObjectNode) json.readTree(manifestFile.toFile());
        root.putObject("control")
                .put("file", CONTROL_FILE)
                .put("sha256", PREFIX + sha256(file))
                .put("phrases", phrases);
        Files.writeString(manifestFile, root.toPrettyString() + "\n");
    }

    private byte[] read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Pictures whose vectors are known, to check the image tower with.
     *
     * @return none if the bundle has none
     * @throws ModelException if they cannot be read or do not fit the model
     */
    List<ReferencePicture> references() {
        return ReferenceFile.read(folder, manifest);
    }
}
