// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * The file {@code reference.json} of a bundle: pictures, and the vectors that the model's makers
 * got for them.
 *
 * @param pictures those given as files that have the model's input size
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReferenceFile(List<Picture> pictures) {

    /** Name of the file. */
    static final String FILE = "reference.json";

    private static final String REMEDY =
            "; fetch the bundle again, or remove " + FILE + " to run it unchecked";

    /** More would only cost memory. */
    private static final int MOST = 8;

    private static final int CHANNELS = 3;

    /** Fills in what may be absent. */
    ReferenceFile {
        pictures = Objects.requireNonNullElse(pictures, List.of());
    }

    /**
     * @param file beside the manifest
     * @param vector of it
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Picture(String file, float[] vector) {}

    /**
     * Reads the first reference pictures of a bundle.
     *
     * @return none if the bundle has none
     * @throws ModelException if the file or a picture cannot be read, or does not fit the model
     */
    static List<ReferencePicture> read(Path folder, ModelManifest manifest) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return new ObjectMapper()
                    .readValue(file.toFile(), ReferenceFile.class).pictures().stream()
                            .limit(MOST)
                            .map(picture -> load(folder, picture, manifest))
                            .toList();
        } catch (IOException e) {
            throw new ModelException(
                    "cannot read "
                            + file
                            + ": "
                            + e.getMessage().lines().findFirst().orElse("")
                            + REMEDY,
                    e);
        }
    }

    private static ReferencePicture load(Path folder, Picture picture, ModelManifest manifest) {
        String name = Objects.requireNonNullElse(picture.file(), "");
        Path file = folder.resolve(name).normalize();
        require(file.startsWith(folder) && Files.isRegularFile(file), name, "is not in the bundle");
        float[] vector = picture.vector();
        require(
                vector != null && vector.length == manifest.dimension(),
                name,
                "needs a vector of " + manifest.dimension() + " numbers");
        return new ReferencePicture(
                name, rgb(file, name, manifest.image()), Vectors.normalize(vector));
    }

    private static byte[] rgb(Path file, String name, ModelManifest.Image size) {
        BufferedImage image;
        try {
            image = ImageIO.read(file.toFile());
        } catch (IOException e) {
            throw new ModelException("cannot read " + file + ": " + e.getMessage() + REMEDY, e);
        }
        require(image != null, name, "is not a picture");
        int width = image.getWidth();
        require(
                width == size.width() && image.getHeight() == size.height(),
                name,
                "is not " + size.width() + "x" + size.height());
        byte[] rgb = new byte[width * image.getHeight() * CHANNELS];
        for (int i = 0; i < rgb.length / CHANNELS; i++) {
            int pixel = image.getRGB(i % width, i / width);
            rgb[i * CHANNELS] = (byte) (pixel >> 16);
            rgb[i * CHANNELS + 1] = (byte) (pixel >> 8);
            rgb[i * CHANNELS + 2] = (byte) pixel;
        }
        return rgb;
    }

    private static void require(boolean holds, String name, String wrong) {
        if (!holds) {
            throw new ModelException(FILE + ": picture '" + name + "' " + wrong + REMEDY);
        }
    }
}
