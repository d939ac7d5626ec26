// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.FrameGeometry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelBundleTest {

    /** One and a half, and minus two, as little-endian float16. */
    private static final byte[] HALVES = {0x00, 0x3e, 0x00, (byte) 0xc0};

    @TempDir private Path folder;

    private AbstractThrowableAssert<?, ? extends Throwable> refusal() {
        return assertThatThrownBy(() -> ModelBundle.load(folder))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(folder.toString());
    }

    private SmallBundle small() throws IOException {
        return new SmallBundle(folder);
    }

    private static byte[] halves(int vectors) {
        byte[] bytes = new byte[vectors * SmallBundle.DIMENSION * 2];
        System.arraycopy(HALVES, 0, bytes, 0, HALVES.length);
        return bytes;
    }

    @Test
    void theBundledModelIsWhatItsManifestSays() {
        ModelBundle bundle = ModelBundle.load(Repository.model());
        assertThat(bundle.name()).isEqualTo("sightline-mini");
        assertThat(bundle.dimension()).isEqualTo(256);
        assertThat(bundle.geometry())
                .isEqualTo(new FrameGeometry(224, 224, FrameGeometry.Fit.SQUASH));
        assertThat(bundle.templates()).hasSize(3).contains("a photo of {}");
        assertThat(bundle.background().orElseThrow().count()).isEqualTo(4096);
    }

    /** Stored vectors carry it: with another value all of them would be orphans. */
    @Test
    void theBundledModelKeepsItsDigest() {
        assertThat(ModelBundle.load(Repository.model()).digest())
                .isEqualTo(
                        "sha256:955d04aefc621c7d2283133af3eef7708"
                                + "e922bca899e009dac7284ed234bf9b0");
    }

    @Test
    void theDigestIsTheOneThatIsDocumented() throws IOException {
        SmallBundle small = small();
        ModelBundle bundle = small.load();
        String lines =
                small.image.get("sha256").asText()
                        + "\n"
                        + small.text.get("sha256").asText()
                        + "\n"
                        + small.text.get("tokenizerSha256").asText()
                        + "\n4x3 squash bicubic NCHW\n"
                        + "3f000000 3ecccccd 3e99999a\n"
                        + "3e800000 3f000000 3e4ccccd\n"
                        + "6 longest\nvector\nvector\n";
        assertThat(bundle.digest())
                .isEqualTo("sha256:" + SmallBundle.sha256(lines.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<Consumer<SmallBundle>> otherVectors() {
        return Stream.of(
                small -> small.image.put("resize", "letterbox"),
                small -> small.image.put("width", 5),
                small -> small.image.put("layout", "NHWC"),
                small -> small.image.put("output", "other"),
                small -> small.image.putArray("mean").add(0.5).add(0.4).add(0.31),
                small -> small.image.putArray("std").add(0.25).add(0.5).add(0.21),
                small -> small.text.put("maxLength", 7),
                small -> small.text.put("padding", "max"),
                small -> small.text.put("output", "other"));
    }

    @ParameterizedTest
    @MethodSource("otherVectors")
    void whatChangesVectorsChangesTheDigest(Consumer<SmallBundle> change) throws IOException {
        SmallBundle small = small();
        String before = small.load().digest();
        change.accept(small);
        assertThat(small.load().digest()).isNotEqualTo(before);
    }

    @Test
    void whatOnlyDescribesLeavesTheDigest() throws IOException {
        SmallBundle small = small();
        String before = small.load().digest();
        small.manifest.put("licence", "other").put("somethingNew", 7);
        small.image.put("normalized", true).put("interpolation", "bicubic");
        assertThat(small.load().digest()).isEqualTo(before);
    }

    @Test
    void backgroundVectorsAreReadAsFloat16() throws IOException {
        VectorBank bank = small().background(2, halves(2)).load().background().orElseThrow();
        assertThat(bank.count()).isEqualTo(2);
        assertThat(bank.dimension()).isEqualTo(SmallBundle.DIMENSION);
        assertThat(bank.values()).hasSize(10).startsWith(1.5f, -2f, 0f);
    }

    @Test
    void aBundleWithoutBackgroundIsFine() throws IOException {
        assertThat(small().load().background()).isEmpty();
    }

    @Test
    void aFolderGivenRelativeToTheWorkingDirectoryIsFine() {
        Path relative = Path.of("").toAbsolutePath().relativize(Repository.model());
        assertThat(ModelBundle.load(relative).folder()).isAbsolute();
    }

    @Test
    void aFolderWithoutManifestIsRefused() {
        refusal().hasMessageContaining("model.json").hasMessageContaining("README.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "[1]", "\"a\""})
    void aFileThatIsNoManifestIsRefused(String content) throws IOException {
        Files.writeString(folder.resolve("model.json"), content);
        refusal().hasMessageContaining("model.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vision.onnx", "text.onnx", "tokenizer.json", "background.f16"})
    void aMissingFileIsRefused(String file) throws IOException {
        small().background(1, halves(1)).write();
        Files.delete(folder.resolve(file));
        refusal().hasMessageContaining("lacks " + folder.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vision.onnx", "text.onnx", "tokenizer.json", "background.f16"})
    void aChangedFileIsRefusedWithBothDigests(String file) throws IOException {
        small().background(1, halves(1)).write();
        String before = SmallBundle.sha256(Files.readAllBytes(folder.resolve(file)));
        Files.write(folder.resolve(file), new byte[] {1}, StandardOpenOption.APPEND);
        String after = SmallBundle.sha256(Files.readAllBytes(folder.resolve(file)));
        refusal()
                .hasMessageContaining(folder.resolve(file) + " is not the file")
                .hasMessageContaining("expected sha256:" + before)
                .hasMessageContaining("found sha256:" + after)
                .hasMessageContaining("fetch the bundle again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../vision.onnx", "/etc/hostname"})
    void aFileOutsideTheBundleIsRefused(String file) throws IOException {
        SmallBundle small = small().write();
        small.image.put("file", file);
        small.writeAsItIs();
        refusal().hasMessageContaining("'" + file + "' lies outside the bundle");
    }

    @Test
    void aBackgroundOfAnotherSizeIsRefused() throws IOException {
        small().background(3, halves(2)).write();
        refusal()
                .hasMessageContaining("background.f16 has 20 bytes, expected 30")
                .hasMessageContaining("background.count");
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                wrong("'name' is missing", small -> small.manifest.remove("name")),
                wrong("'dimension' is 0", small -> small.manifest.put("dimension", 0)),
                wrong("'image' is missing", small -> small.manifest.remove("image")),
                wrong("'text' is missing", small -> small.manifest.remove("text")),
                wrong("'templates' is missing", small -> small.manifest.remove("templates")),
                wrong("'templates' is []", small -> small.manifest.putArray("templates")),
                wrong("'templates' is [x]", small -> small.manifest.putArray("templates").add("x")),
                wrong("'image.file' is missing", small -> small.image.remove("file")),
                wrong("'image.sha256' is missing", small -> small.image.remove("sha256")),
                wrong("'image.input' is missing", small -> small.image.remove("input")),
                wrong("'image.output' is missing", small -> small.image.remove("output")),
                wrong("expected float32", small -> small.image.put("inputType", "float16")),
                wrong("expected NCHW or NHWC", small -> small.image.put("layout", "CHW")),
                wrong("'image.width' is 0", small -> small.image.put("width", 0)),
                wrong("'image.height' is -1", small -> small.image.put("height", -1)),
                wrong(
                        "'image.resize' is stretch, expected squash or center-crop or letterbox",
                        small -> small.image.put("resize", "stretch")),
                wrong("expected bicubic", small -> small.image.put("interpolation", "bilinear")),
                wrong("'image.mean' is [0.5]", small -> small.image.putArray("mean").add(0.5)),
                wrong(
                        "'image.std' is [0.0, 1.0, 1.0], expected three numbers above 0",
                        small -> small.image.putArray("std").add(0).add(1).add(1)),
                wrong("'text.file' is missing", small -> small.text.remove("file")),
                wrong("'text.sha256' is missing", small -> small.text.remove("sha256")),
                wrong("'text.tokenizer' is missing", small -> small.text.remove("tokenizer")),
                wrong("'text.tokenizerSha256'", small -> small.text.remove("tokenizerSha256")),
                wrong("'text.inputIds' is missing", small -> small.text.remove("inputIds")),
                wrong("'text.output' is missing", small -> small.text.remove("output")),
                wrong("expected int64 or int32", small -> small.text.put("inputType", "int8")),
                wrong("'text.maxLength' is 1", small -> small.text.put("maxLength", 1)),
                wrong("expected longest or max", small -> small.text.put("padding", "left")),
                wrong("'background.count' is 0", small -> background(small).put("count", 0)),
                wrong("'background.file'", small -> background(small).remove("file")),
                wrong("'background.sha256'", small -> background(small).remove("sha256")));
    }

    private static ObjectNode background(SmallBundle small) {
        return (ObjectNode) small.manifest.get("background");
    }

    private static Arguments wrong(String message, Consumer<SmallBundle> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongValues")
    void aWrongValueIsRefused(String message, Consumer<SmallBundle> change) throws IOException {
        SmallBundle small = small().background(1, halves(1)).write();
        change.accept(small);
        small.writeAsItIs();
        refusal()
                .hasMessageContaining(folder.resolve("model.json").toString())
                .hasMessageContaining(message)
                .hasMessageContaining("correct the manifest");
    }
}
