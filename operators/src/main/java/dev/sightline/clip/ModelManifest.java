// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.video.FrameGeometry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The file {@code model.json} of a bundle.
 *
 * @param name what the model is called
 * @param version of the weights
 * @param dimension length of its vectors
 * @param logitScale factor of the cosine in training
 * @param image the image tower
 * @param text the text tower
 * @param templates phrasings of a query; {@code {}} stands for its text
 * @param background vectors of general pictures, or null
 * @param control vectors of the control group's sentences, or null: they are encoded then
 * @param licence under which the weights are
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelManifest(
        String name,
        String version,
        int dimension,
        double logitScale,
        Image image,
        Text text,
        List<String> templates,
        Background background,
        Control control,
        String licence) {

    /** Name of the file. */
    static final String FILE = "model.json";

    /** Stands for a query's text in a template. */
    static final String PLACE = "{}";

    /**
     * @param file the ONNX graph
     * @param sha256 of it, with the prefix {@code sha256:}
     * @param input name of the pixels' input
     * @param inputType float32, which an absent value means
     * @param layout NCHW or NHWC
     * @param width pixels
     * @param height pixels
     * @param resize squash, center-crop or letterbox
     * @param interpolation bicubic, which an absent value means
     * @param mean three values, of pixels scaled to 0..1
     * @param std three values
     * @param output name of the vectors' output
     * @param normalized whether the graph gives unit vectors; ours are brought to length 1 anyway
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Image(
            String file,
            String sha256,
            String input,
            String inputType,
            String layout,
            int width,
            int height,
            String resize,
            String interpolation,
            float[] mean,
            float[] std,
            String output,
            boolean normalized) {

        /** Fills in what may be absent. */
        public Image {
            inputType = inputType == null ? "float32" : inputType;
            interpolation = interpolation == null ? "bicubic" : interpolation;
        }

        /** The picture that the tower wants. */
        public FrameGeometry geometry() {
            String fit = resize.toUpperCase(Locale.ROOT).replace('-', '_');
            return new FrameGeometry(width, height, FrameGeometry.Fit.valueOf(fit));
        }
    }

    /**
     * @param file the ONNX graph
     * @param sha256 of it
     * @param tokenizer the tokenizer's file
     * @param tokenizerSha256 of it
     * @param inputIds name of the ids' input
     * @param attentionMask name of the mask's input, or null if the graph has none
     * @param inputType int64 or int32
     * @param maxLength longest sequence of tokens
     * @param padding longest (none for one phrase) or max (always to {@code maxLength}, with the id
     *     that the tokenizer's own {@code padding} section names, else 0)
     * @param output name of the vectors' output
     * @param normalized whether the graph gives unit vectors; ours are brought to length 1 anyway
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Text(
            String file,
            String sha256,
            String tokenizer,
            String tokenizerSha256,
            String inputIds,
            String attentionMask,
            String inputType,
            int maxLength,
            String padding,
            String output,
            boolean normalized) {

        /** Whether the graph wants an attention mask. */
        boolean hasMask() {
            return attentionMask != null && !attentionMask.isBlank();
        }
    }

    /**
     * @param file little-endian float16 values, row after row
     * @param sha256 of it
     * @param count rows
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Background(String file, String sha256, int count) {}

    /**
     * @param file little-endian float32 values, row after row
     * @param sha256 of it
     * @param phrases digest of the sentences and templates that they are of
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Control(String file, String sha256, String phrases) {}

    /**
     * Reads a manifest.
     *
     * @throws ModelException if it is absent or malformed
     */
    static ModelManifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            ModelManifest manifest =
                    new ObjectMapper().readValue(file.toFile(), ModelManifest.class);
            ManifestCheck.check(manifest, file);
            return manifest;
        } catch (IOException e) {
            throw new ModelException(
                    "cannot read "
                            + file
                            + ": "
                            + e.getMessage().lines().findFirst().orElse("")
                            + "; a model bundle is a folder with "
                            + FILE
                            + ", see deploy/models/sightline-mini/README.md",
                    e);
        }
    }
}
