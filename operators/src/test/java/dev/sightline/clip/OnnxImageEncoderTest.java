// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.video.FrameGeometry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image towers of several signatures against plain Java. */
class OnnxImageEncoderTest {

    private static final Offset<Float> CLOSE = within(1e-4f);

    @TempDir private Path folder;

    private static byte[] picture(int seed, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        new Random(seed).nextBytes(rgb);
        return rgb;
    }

    /** What a tower of {@link SmallBundle#vision} gives: each pixel times its own weights. */
    private static float[] expected(
            byte[] rgb, int width, int height, double[] mean, double[] std, boolean channelsLast) {
        float[] weights = SmallBundle.weights(rgb.length * SmallBundle.DIMENSION);
        double[] sum = new double[SmallBundle.DIMENSION];
        for (int pixel = 0; pixel < width * height; pixel++) {
            for (int channel = 0; channel < 3; channel++) {
                double value = (rgb[pixel * 3 + channel] & 0xff) / 255.0;
                double input = (value - mean[channel]) / std[channel];
                int place = channelsLast ? pixel * 3 + channel : channel * width * height + pixel;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += input * weights[place * sum.length + i];
                }
            }
        }
        return unit(sum);
    }

    private static float[] unit(double[] vector) {
        double squares = 0;
        for (double component : vector) {
            squares += component * component;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return unit;
    }

    private static OnnxImageEncoder encoder(ModelBundle bundle) {
        return new OnnxImageEncoder(bundle, Device.CPU, 1);
    }

    @Test
    void aSquarePictureHasTheVectorThatJavaComputes() throws IOException {
        ModelBundle bundle = new SmallBundle(folder).vision(32 * 32 * 3, 32, 32, false).load();
        byte[] rgb = picture(1, 32, 32);
        try (ImageEncoder encoder = encoder(bundle)) {
            assertThat(encoder.encode(List.of(rgb))[0])
                    .containsExactly(
                            expected(
                                    rgb,
                                    32,
                                    32,
                                    new double[] {0.5, 0.4, 0.3},
                                    new double[] {0.25, 0.5, 0.2},
                                    false),
                            CLOSE);
        }
    }

    @Test
    void anOblongPictureWithCentreCropAndOtherNormalisationToo() throws IOException {
        SmallBundle small = new SmallBundle(folder).vision(64 * 48 * 3, 64, 48, false);
        small.image.put("resize", "center-crop");
        small.image.putArray("mean").add(0.48).add(0.45).add(0.4);
        small.image.putArray("std").add(0.27).add(0.26).add(0.28);
        ModelBundle bundle = small.load();
        byte[] rgb = picture(2, 64, 48);
        assertThat(bundle.geometry())
                .isEqualTo(new FrameGeometry(64, 48, FrameGeometry.Fit.CENTER_CROP));
        try (ImageEncoder encoder = encoder(bundle)) {
            assertThat(encoder.encode(List.of(rgb))[0])
                    .containsExactly(
                            expected(
                                    rgb,
                                    64,
                                    48,
                                    new double[] {0.48, 0.45, 0.4},
                                    new double[] {0.27, 0.26, 0.28},
                                    false),
                            CLOSE);
        }
    }

    @Test
    void channelsMayComeLast() throws IOException {
        ModelBundle bundle = new SmallBundle(folder).vision(8 * 6 * 3, 8, 6, true).load();
        byte[] rgb = picture(3, 8, 6);
        try (ImageEncoder encoder = encoder(bundle)) {
            assertThat(encoder.encode(List.of(rgb))[0])
                    .containsExactly(
                            expected(
                                    rgb,
                                    8,
                                    6,
                                    new double[] {0.5, 0.4, 0.3},
                                    new double[] {0.25, 0.5, 0.2},
                                    true),
                            CLOSE);
        }
    }

    @Test
    void aPictureHasTheSameVectorInBatchesOfAnySize() throws IOException {
        List<byte[]> pictures =
                List.of(
                        picture(4, SmallBundle.WIDTH, SmallBundle.HEIGHT),
                        picture(5, SmallBundle.WIDTH, SmallBundle.HEIGHT),
                        picture(6, SmallBundle.WIDTH, SmallBundle.HEIGHT));
        try (ImageEncoder encoder = encoder(new SmallBundle(folder).load())) {
            float[][] together = encoder.encode(pictures);
            assertThat(together).hasNumberOfRows(3);
            for (int i = 0; i < pictures.size(); i++) {
                assertThat(encoder.encode(List.of(pictures.get(i)))[0])
                        .containsExactly(together[i], CLOSE);
            }
            assertThat(together[0]).isNotEqualTo(together[1]);
        }
    }

    @Test
    void aPictureOfAnotherSizeIsRefused() throws IOException {
        try (ImageEncoder encoder = encoder(new SmallBundle(folder).load())) {
            assertThatThrownBy(() -> encoder.encode(List.of(new byte[12])))
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("12 bytes")
                    .hasMessageContaining("wants 36");
        }
    }

    @Test
    void anInputThatTheGraphLacksIsRefused() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.image.put("input", "pixel_values");
        ModelBundle bundle = small.load();
        assertThatThrownBy(() -> encoder(bundle))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("vision.onnx")
                .hasMessageContaining("[pixels]")
                .hasMessageContaining("[pixel_values]");
    }

    @Test
    void anOutputThatTheGraphLacksIsRefused() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.image.put("output", "image_embeds");
        ModelBundle bundle = small.load();
        assertThatThrownBy(() -> encoder(bundle))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("vision.onnx")
                .hasMessageContaining("no output 'image_embeds', only [vector]");
    }

    @Test
    void anotherDimensionThanTheManifestSaysIsRefused() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.manifest.put("dimension", 512);
        ModelBundle bundle = small.load();
        assertThatThrownBy(() -> encoder(bundle))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("vision.onnx")
                .hasMessageContaining("gave 5 values")
                .hasMessageContaining("dimension 512");
    }

    @Test
    void anotherPictureSizeThanTheGraphHasIsRefused() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        small.image.put("width", 5);
        ModelBundle bundle = small.load();
        assertThatThrownBy(() -> encoder(bundle))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("vision.onnx");
    }

    @Test
    void aVectorThatIsNotMadeOfNumbersIsRefused() throws IOException {
        SmallBundle small = new SmallBundle(folder);
        try (ImageEncoder encoder = encoder(small.blindToBlack().load())) {
            assertThatThrownBy(() -> encoder.encode(List.of(new byte[36])))
                    .isInstanceOf(ModelException.NoVector.class)
                    .hasMessageContaining("vision.onnx")
                    .hasMessageContaining("not made of numbers");
        }
    }
}
