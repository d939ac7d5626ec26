// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.clip.ModelException;
import dev.sightline.clip.OnnxTextEncoder;
import dev.sightline.clip.Vectors;
import dev.sightline.testdata.repository.Repository;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SearchModelsTest {

    static byte[] png(int rgb) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64 * 48; x++) {
            image.setRGB(x % 64, x / 64, x % 7 == 0 ? rgb : 0x204060);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void aMissingBundleIsToldWhenItIsNeeded(@TempDir Path folder) {
        SearchModels models = SearchModels.open(folder.resolve("gone"));
        assertThatThrownBy(() -> models.model(null))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void aBundleIsTriedAgainOnceItIsThere(@TempDir Path folder) throws IOException {
        Path bundle = folder.resolve("model");
        SearchModels models = SearchModels.open(bundle);
        assertThatThrownBy(() -> models.model(null)).isInstanceOf(ModelException.class);
        Files.createSymbolicLink(bundle, Repository.model());
        assertThat(models.model(null).name()).isEqualTo("sightline-mini");
    }

    @Test
    void modelsAreKnownByNameAndDigest() {
        try (SearchModels models = SearchModels.open(Repository.model())) {
            SearchModel model = models.model(null);
            assertThat(models.model("sightline-mini")).isSameAs(model);
            assertThat(models.model(model.digest())).isSameAs(model);
            assertThat(model.dimension()).isEqualTo(256);
            assertThatThrownBy(() -> models.model("another"))
                    .isInstanceOf(InvalidSearch.class)
                    .hasMessageContaining("another")
                    .hasMessageContaining("sightline-mini");
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closingDoesNotWaitForWhatIsBeingLoaded() throws Exception {
        SearchModels models = SearchModels.open(Repository.model());
        SearchModel model = models.model(null);
        Thread asking = new Thread(() -> model.text("a cat"));
        asking.setUncaughtExceptionHandler((thread, closed) -> {});
        asking.start();
        while (!isLoading(asking)) {
            Thread.onSpinWait();
        }
        models.close();
        assertThat(isLoading(asking)).as("still").isTrue();
        asking.join();
        assertThatThrownBy(() -> model.text("a cat")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> models.model(null)).isInstanceOf(IllegalStateException.class);
    }

    private static boolean isLoading(Thread thread) {
        return isIn(thread, OnnxTextEncoder.class, "<init>");
    }

    private static boolean isIn(Thread thread, Class<?> type, String method) {
        return Arrays.stream(thread.getStackTrace())
                .filter(frame -> frame.getClassName().equals(type.getName()))
                .anyMatch(frame -> frame.getMethodName().equals(method));
    }

    /** Who encodes goes on for ever once the process ends. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closingDoesNotWaitForWhatIsBeingLearnt() throws Exception {
        SearchModels models = SearchModels.open(Repository.model());
        SearchModel model = models.model(null);
        model.text("a cat");
        Thread learning = new Thread(model::calibration);
        learning.setUncaughtExceptionHandler((thread, failure) -> {});
        learning.start();
        while (!isIn(learning, ModelCalibration.class, "of")) {
            Thread.onSpinWait();
        }
        models.close();
        assertThat(isIn(learning, ModelCalibration.class, "of")).as("still").isTrue();
        learning.join();
    }

    @Test
    void picturesHaveVectorsOfTheModel() throws IOException {
        try (SearchModels models = SearchModels.open(Repository.model())) {
            SearchModel model = models.model(null);
            float[] one = model.picture(png(0xff0000));
            float[] again = model.picture(png(0xff0000));
            assertThat(Vectors.dot(one, one)).isCloseTo(1, within(1e-3));
            assertThat(one).isEqualTo(again);
            assertThatThrownBy(() -> model.picture(new byte[] {(byte) 0x89, 'P', 'N', 'G'}))
                    .isInstanceOf(InvalidSearch.class)
                    .hasMessageStartingWith("'image'");
        }
    }
}
