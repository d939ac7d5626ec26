// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.testdata.repository.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceFileTest {

    private static final byte[] RGB = new byte[SmallBundle.WIDTH * SmallBundle.HEIGHT * 3];

    static {
        new Random(1).nextBytes(RGB);
    }

    @TempDir private Path folder;

    private SmallBundle bundle(float... vector) throws IOException {
        return new SmallBundle(folder).write().reference("reference.png", RGB, vector);
    }

    @Test
    void aPictureComesWithItsPixelsAndAUnitVector() throws IOException {
        ReferencePicture picture = bundle(3, 0, 0, 4, 0).load().references().get(0);
        assertThat(picture.name()).isEqualTo("reference.png");
        assertThat(picture.rgb()).containsExactly(RGB);
        assertThat(picture.vector())
                .containsExactly(new float[] {0.6f, 0, 0, 0.8f, 0}, within(1e-6f));
    }

    @Test
    void aBundleNeedsNone() throws IOException {
        assertThat(new SmallBundle(folder).load().references()).isEmpty();
        Files.writeString(folder.resolve("reference.json"), "{\"texts\": []}");
        assertThat(ModelBundle.load(folder).references()).isEmpty();
    }

    @Test
    void theBundledModelHasSomeThatDiffer() {
        List<ReferencePicture> pictures = ModelBundle.load(Repository.model()).references();
        assertThat(pictures).hasSize(5);
        for (ReferencePicture one : pictures) {
            for (ReferencePicture other : pictures) {
                boolean same = one == other;
                assertThat(Vectors.dot(one.vector(), other.vector()) > 0.9).isEqualTo(same);
            }
        }
    }

    @Test
    void aVectorOfAnotherLengthIsRefused() throws IOException {
        ModelBundle bundle = bundle(1, 2).load();
        assertThatThrownBy(bundle::references)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("'reference.png' needs a vector of 5 numbers")
                .hasMessageContaining("remove reference.json");
    }

    @ParameterizedTest
    @CsvSource({
        "../secret.png, is not in the bundle",
        "absent.png, is not in the bundle",
        "model.json, is not a picture"
    })
    void aFileThatIsNoPictureOfTheBundleIsRefused(String file, String wrong) throws IOException {
        ModelBundle bundle = new SmallBundle(folder).load();
        Files.writeString(
                folder.resolve("reference.json"),
                "{\"pictures\": [{\"file\": \"" + file + "\", \"vector\": [1, 2, 3, 4, 5]}]}");
        assertThatThrownBy(bundle::references)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("'" + file + "' " + wrong);
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() throws IOException {
        ModelBundle bundle = bundle(1, 2, 3, 4, 5).vision(60, 5, 4, false).load();
        assertThatThrownBy(bundle::references).hasMessageContaining("is not 5x4");
    }

    @Test
    void aFileThatIsNoJsonIsNamed() throws IOException {
        ModelBundle bundle = new SmallBundle(folder).load();
        Path file = Files.writeString(folder.resolve("reference.json"), "[");
        assertThatThrownBy(bundle::references)
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(file.toString());
    }
}
