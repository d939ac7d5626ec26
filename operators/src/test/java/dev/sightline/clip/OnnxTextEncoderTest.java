// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static dev.sightline.clip.SmallBundle.DIMENSION;
import static dev.sightline.clip.SmallTextTower.END;
import static dev.sightline.clip.SmallTextTower.PAD;
import static dev.sightline.clip.SmallTextTower.START;
import static dev.sightline.clip.SmallTextTower.UNKNOWN;
import static dev.sightline.clip.SmallTextTower.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Text towers of several signatures against plain Java. */
class OnnxTextEncoderTest {

    private static final int CLIP_LENGTH = 77;

    @TempDir private Path folder;

    private static float[] expected(long[] ids, IntToDoubleFunction weightOfPlace) {
        float[] table = SmallTextTower.table();
        float[] sum = new float[DIMENSION];
        for (int place = 0; place < ids.length; place++) {
            for (int i = 0; i < DIMENSION; i++) {
                double weight = weightOfPlace.applyAsDouble(place);
                sum[i] += (float) (weight * table[(int) ids[place] * DIMENSION + i]);
            }
        }
        return Vectors.normalize(sum);
    }

    private void assertVector(ModelBundle bundle, String phrase, long[] ids, float[] vector) {
        try (OnnxTextEncoder encoder = new OnnxTextEncoder(bundle)) {
            assertThat(encoder.tokenIds(phrase)).containsExactly(ids);
            assertThat(encoder.encode(phrase)).containsExactly(vector, within(1e-4f));
        }
    }

    private SmallBundle clip(OnnxGraph.Type type, String padding) throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.text.put("inputType", type.name().toLowerCase(Locale.ROOT));
        small.text.put("maxLength", CLIP_LENGTH).put("padding", "max").putNull("attentionMask");
        SmallTextTower.placed(type, CLIP_LENGTH).write(folder.resolve("text.onnx"));
        Files.writeString(folder.resolve("tokenizer.json"), SmallTextTower.tokenizer(padding));
        return small;
    }

    private static long[] padded(long pad, long... ids) {
        long[] padded = new long[CLIP_LENGTH];
        Arrays.fill(padded, pad);
        System.arraycopy(ids, 0, padded, 0, ids.length);
        return padded;
    }

    @ParameterizedTest
    @EnumSource(names = {"INT64", "INT32"})
    void idsAndMaskOfEitherWidthWithoutPadding(OnnxGraph.Type type) throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.text.put("inputType", type.name().toLowerCase(Locale.ROOT));
        SmallTextTower.masked(type).write(folder.resolve("text.onnx"));
        long[] ids = {START, id("a"), id("cat"), UNKNOWN, END};
        assertVector(small.load(), "A Cat xyzzy", ids, expected(ids, place -> 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"INT64", "INT32"})
    void idsWithoutMaskArePaddedWithTheTokenizersOwnId(OnnxGraph.Type type) throws IOException {
        float[] places = SmallBundle.weights(CLIP_LENGTH);
        long[] ids = padded(PAD, START, id("photo"), id("of"), id("cat"), END);
        assertVector(
                clip(type, SmallTextTower.PADDING).load(),
                "photo of cat",
                ids,
                expected(ids, place -> places[place]));
    }

    @Test
    void aTokenizerThatNamesNoPaddingPadsWithZero() throws IOException {
        float[] places = SmallBundle.weights(CLIP_LENGTH);
        long[] ids = padded(0, START, id("cat"), END);
        assertVector(
                clip(OnnxGraph.Type.INT64, "").load(),
                "cat",
                ids,
                expected(ids, place -> places[place]));
    }

    @Test
    void aMaskLeavesPaddingOut() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.text.put("maxLength", CLIP_LENGTH).put("padding", "max");
        Files.writeString(
                folder.resolve("tokenizer.json"), SmallTextTower.tokenizer(SmallTextTower.PADDING));
        long[] ids = padded(PAD, START, id("cat"), END);
        assertVector(small.load(), "cat", ids, expected(ids, place -> place < 3 ? 1 : 0));
    }

    /** Both orders, as one of them may be right by chance. */
    @ParameterizedTest
    @CsvSource({"ids, mask", "mask, ids"})
    void inputsAreToldApartByTheirNames(String first, String second) throws IOException {
        SmallBundle small = new SmallBundle(folder);
        SmallTextTower.masked(OnnxGraph.Type.INT64, first, second)
                .write(folder.resolve("text.onnx"));
        long[] ids = {START, id("cat"), END};
        assertVector(small.load(), "cat", ids, expected(ids, place -> 1));
    }

    @Test
    void aLongPhraseIsCutAndKeepsItsEnd() throws IOException {
        long[] ids = {START, id("a"), id("cat"), id("a"), id("cat"), END};
        assertVector(
                new SmallBundle(folder).load(),
                "a cat a cat a cat a cat",
                ids,
                expected(ids, place -> 1));
    }

    @Test
    void aBlankPhraseIsRefused() throws IOException {
        try (TextEncoder encoder = new OnnxTextEncoder(new SmallBundle(folder).load())) {
            assertThatThrownBy(() -> encoder.encode("  "))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("empty phrase");
        }
    }

    @Test
    void aMaskThatTheManifestForgetsIsNoticed() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.text.remove("attentionMask");
        ModelBundle bundle = small.load();
        assertThatThrownBy(() -> new OnnxTextEncoder(bundle))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("text.onnx")
                .hasMessageContaining("[ids, mask]")
                .hasMessageContaining("names [ids]");
    }

    @Test
    void idsOfTheWrongWidthAreNoticedWhenTheBundleIsLoaded() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.text.put("inputType", "int32");
        ModelBundle bundle = small.load();
        assertThatThrownBy(() -> new OnnxTextEncoder(bundle))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("text.onnx");
    }

    @Test
    void aFileThatIsNoTokenizerIsRefused() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        ModelBundle bundle = small.load();
        assertThatThrownBy(() -> new OnnxTextEncoder(bundle))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("tokenizer.json is no tokenizer");
    }

    @Test
    void aQueryIsTheMeanOfItsPhrasings() throws IOException {
        ModelBundle bundle = new SmallBundle(folder).load();
        try (TextEncoder encoder = new OnnxTextEncoder(bundle)) {
            float[] mean = encoder.encode("cat");
            float[] second = encoder.encode("photo of cat");
            for (int i = 0; i < DIMENSION; i++) {
                mean[i] += second[i];
            }
            QueryTextEncoder queries = new QueryTextEncoder(encoder, bundle.templates());
            assertThat(queries.encode(" cat "))
                    .containsExactly(Vectors.normalize(mean), within(1e-5f));
            assertThatThrownBy(() -> queries.encode(" ")).hasMessageContaining("empty query");
        }
    }
}
