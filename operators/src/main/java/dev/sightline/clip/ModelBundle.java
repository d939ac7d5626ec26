// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.video.FrameGeometry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model's folder, every file of which was checked against its SHA-256.
 *
 * @param folder the folder
 * @param manifest its {@code model.json}
 * @param digest what events carry; see {@link BundleDigest}
 */
public record ModelBundle(Path folder, ModelManifest manifest, String digest) {

    private static final String CONTROL_FILE = "control.f32";

    /**
     * Loads and verifies a bundle.
     *
     * <p>Two bundles with one digest give the same vectors.
     *
     * @throws ModelException if a file is missing or differs, or a value of the manifest is wrong,
     *     saying which and what to do
     */
    public static ModelBundle load(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        ModelManifest manifest = ModelManifest.read(absolute);
        BundleFiles.verify(absolute, manifest);
        return new ModelBundle(absolute, manifest, BundleDigest.of(manifest));
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
                .map(
                        bank ->
                                VectorBank.ofFloat16(
                                        BundleFiles.read(folder.resolve(bank.file())),
                                        manifest.dimension()));
    }

    /**
     * Vectors of the control group's sentences, if the bundle has them.
     *
     * @param phrases digest of the sentences and templates that are wanted
     */
    public Optional<VectorBank> control(String phrases) {
        return Optional.ofNullable(manifest.control())
                .filter(bank -> bank.phrases().equals(phrases))
                .map(
                        bank ->
                                VectorBank.ofFloat32(
                                        BundleFiles.read(folder.resolve(bank.file())),
                                        manifest.dimension()));
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
                .put("sha256", BundleDigest.of(file))
                .put("phrases", phrases);
        Files.writeString(manifestFile, root.toPrettyString() + "\n");
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
