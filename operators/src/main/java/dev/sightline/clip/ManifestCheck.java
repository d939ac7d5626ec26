// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import dev.sightline.clip.ModelManifest.Background;
import dev.sightline.clip.ModelManifest.Image;
import dev.sightline.clip.ModelManifest.Text;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Refuses a manifest with values that are absent or that Sightline cannot follow. */
final class ManifestCheck {

    private static final int CHANNELS = 3;

    private final Path file;

    private ManifestCheck(Path file) {
        this.file = file;
    }

    /**
     * Checks every value that anything depends on.
     *
     * @param file where the manifest was read, for messages
     * @throws ModelException naming the first value that is wrong, and what was expected
     */
    static void check(ModelManifest manifest, Path file) {
        ManifestCheck check = new ManifestCheck(file);
        check.that(manifest != null, "name", null, "an object with the model's values");
        check.text("name", manifest.name());
        check.above("dimension", manifest.dimension(), 0);
        check.that(manifest.image() != null, "image", null, "the image tower");
        check.image(manifest.image());
        check.that(manifest.text() != null, "text", null, "the text tower");
        check.text(manifest.text());
        check.templates(manifest.templates());
        if (manifest.background() != null) {
            check.background(manifest.background());
        }
        if (manifest.control() != null) {
            check.text("control.file", manifest.control().file());
            check.text("control.sha256", manifest.control().sha256());
            check.text("control.phrases", manifest.control().phrases());
        }
    }

    private void image(Image image) {
        text("image.file", image.file());
        text("image.sha256", image.sha256());
        text("image.input", image.input());
        text("image.output", image.output());
        oneOf("image.inputType", image.inputType(), "float32");
        oneOf("image.layout", image.layout(), "NCHW", "NHWC");
        above("image.width", image.width(), 0);
        above("image.height", image.height(), 0);
        oneOf("image.resize", image.resize(), "squash", "center-crop", "letterbox");
        // Frames are always scaled so; a model that was trained otherwise must not go unnoticed.
        oneOf("image.interpolation", image.interpolation(), "bicubic");
        channels("image.mean", image.mean(), false);
        channels("image.std", image.std(), true);
    }

    private void channels(String field, float[] values, boolean aboveZero) {
        boolean good = values != null && values.length == CHANNELS;
        for (int i = 0; good && i < CHANNELS; i++) {
            good = Float.isFinite(values[i]) && (!aboveZero || values[i] > 0);
        }
        String expected = aboveZero ? "three numbers above 0" : "three numbers";
        that(good, field, Arrays.toString(values), expected);
    }

    private void text(Text text) {
        text("text.file", text.file());
        text("text.sha256", text.sha256());
        text("text.tokenizer", text.tokenizer());
        text("text.tokenizerSha256", text.tokenizerSha256());
        text("text.inputIds", text.inputIds());
        text("text.output", text.output());
        oneOf("text.inputType", text.inputType(), "int64", "int32");
        above("text.maxLength", text.maxLength(), 1);
        oneOf("text.padding", text.padding(), "longest", "max");
    }

    private void templates(List<String> templates) {
        boolean good =
                templates != null
                        && !templates.isEmpty()
                        && templates.stream()
                                .allMatch(t -> t != null && t.contains(ModelManifest.PLACE));
        that(good, "templates", templates, "phrasings that each have {} in the text's place");
    }

    private void background(Background background) {
        text("background.file", background.file());
        text("background.sha256", background.sha256());
        above("background.count", background.count(), 0);
    }

    private void text(String field, String value) {
        that(value != null && !value.isBlank(), field, value, "a text");
    }

    private void above(String field, int value, int least) {
        that(value > least, field, value, "a whole number above " + least);
    }

    private void oneOf(String field, String value, String... allowed) {
        List<String> values = List.of(allowed);
        that(value != null && values.contains(value), field, value, String.join(" or ", values));
    }

    private void that(boolean holds, String field, Object found, String expected) {
        if (!holds) {
            throw new ModelException(
                    file
                            + ": '"
                            + field
                            + "' is "
                            + (found == null ? "missing" : found)
                            + ", expected "
                            + expected
                            + "; correct the manifest");
        }
    }
}
