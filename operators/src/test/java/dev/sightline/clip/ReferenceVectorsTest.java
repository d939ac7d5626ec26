// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.testdata.repository.SharedMaterial;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.FileSampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The bundled model must give the vectors that Python gave for it. */
class ReferenceVectorsTest {

    private final ModelBundle bundle = ModelBundle.load(Repository.model());

    private static JsonNode reference() throws IOException {
        return new ObjectMapper().readTree(Repository.model().resolve("reference.json").toFile());
    }

    private static double cosine(float[] vector, JsonNode expected) {
        double dot = 0;
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            dot += vector[i] * expected.get(i).asDouble();
            squares += expected.get(i).asDouble() * expected.get(i).asDouble();
        }
        return dot / Math.sqrt(squares);
    }

    @Test
    void textsHaveTheirTokensAndVectors() throws IOException {
        try (OnnxTextEncoder encoder = new OnnxTextEncoder(bundle)) {
            for (JsonNode text : reference().get("texts")) {
                String phrase = text.get("text").asText();
                assertThat(encoder.tokenIds(phrase))
                        .as(phrase)
                        .containsExactly(
                                new ObjectMapper()
                                        .convertValue(text.get("tokenIds"), long[].class));
                assertThat(cosine(encoder.encode(phrase), text.get("vector")))
                        .as(phrase)
                        .isGreaterThanOrEqualTo(0.9999);
            }
        }
    }

    @Test
    void picturesGivenAsPixelsHaveTheirVectors() throws IOException {
        try (ImageEncoder encoder = new OnnxImageEncoder(bundle, Device.CPU, 1)) {
            for (JsonNode picture : reference().get("pictures")) {
                String file = picture.get("file").asText();
                float[] vector =
                        encoder.encode(List.of(pixels(Repository.model().resolve(file))))[0];
                assertThat(cosine(vector, picture.get("vector")))
                        .as(file)
                        .isGreaterThanOrEqualTo(0.9999);
            }
        }
    }

    private static byte[] pixels(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            int pixel = image.getRGB(i % image.getWidth(), i / image.getWidth());
            rgb[i * 3] = (byte) (pixel >> 16);
            rgb[i * 3 + 1] = (byte) (pixel >> 8);
            rgb[i * 3 + 2] = (byte) pixel;
        }
        return rgb;
    }

    @Test
    void framesThatWeDecodeAndScaleHaveTheirVectors() throws IOException {
        Path clips = SharedMaterial.shared("clips");
        Map<String, List<Sample>> samples = new HashMap<>();
        try (ImageEncoder encoder = new OnnxImageEncoder(bundle, Device.CPU, 1)) {
            for (JsonNode clip : reference().get("clips")) {
                String name = clip.get("clip").asText();
                int second = clip.get("seconds").asInt();
                List<Sample> all = samples.computeIfAbsent(name, file -> read(clips.resolve(file)));
                float[] vector = encoder.encode(List.of(all.get(second).rgb()))[0];
                assertThat(cosine(vector, clip.get("vector")))
                        .as(name + " at " + second)
                        .isGreaterThanOrEqualTo(0.99);
            }
        }
    }

    private List<Sample> read(Path file) {
        FrameGeometry geometry = bundle.geometry();
        DecoderSettings settings =
                new DecoderSettings(
                        SamplingPolicy.EXACT,
                        Duration.ofSeconds(1),
                        1,
                        1 << 26,
                        Duration.ofSeconds(30),
                        geometry,
                        0);
        StreamRef stream = new StreamRef("x", 1, "file:///x", SourceKind.FILE, "");
        List<Sample> samples = new ArrayList<>();
        try (FileSampleReader reader =
                new FileSampleReader(stream, file.toString(), settings, -1)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                if (next instanceof Sample sample) {
                    samples.add(sample);
                }
            }
        }
        return samples;
    }
}
