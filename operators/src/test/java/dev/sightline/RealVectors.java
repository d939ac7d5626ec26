// SPDX-License-Identifier: Apache-2.0
package dev.sightline;

import dev.sightline.scene.SceneSample;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.MediaTime;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Stored vectors of real pictures and queries; see the README beside them. */
public final class RealVectors {

    /** Length of the bundled model's vectors. */
    public static final int DIMENSION = 256;

    private RealVectors() {}

    /** The samples of the demo reel. */
    public static List<SceneSample> reel() {
        return lines("reel.tsv").map(RealVectors::sample).toList();
    }

    /** The samples of one of the single-shot clips. */
    public static List<SceneSample> clip(String file) {
        return lines("clips.tsv")
                .filter(line -> line.startsWith(file + "\t"))
                .map(RealVectors::sample)
                .toList();
    }

    /** Query vectors by text. */
    public static Map<String, float[]> queries() {
        Map<String, float[]> queries = new LinkedHashMap<>();
        lines("queries.tsv")
                .map(line -> line.split("\t"))
                .forEach(
                        fields ->
                                queries.put(
                                        fields[0], halves(Base64.getDecoder().decode(fields[1]))));
        return queries;
    }

    /** The bundled model's background pictures, one vector after the other. */
    public static float[] background() {
        try {
            return halves(Files.readAllBytes(Repository.model().resolve("background.f16")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SceneSample sample(String line) {
        String[] fields = line.split("\t");
        String[] base = fields[3].split("/");
        MediaTime time =
                new MediaTime(
                        Long.parseLong(fields[2]),
                        new TimeBase(Integer.parseInt(base[0]), Integer.parseInt(base[1])),
                        Long.parseLong(fields[4]),
                        null,
                        WallSource.NONE,
                        0,
                        Instant.EPOCH);
        return new SceneSample(
                Long.parseLong(fields[1]),
                time,
                halves(Base64.getDecoder().decode(fields[5])),
                false,
                new byte[0]);
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = RealVectors.class.getResourceAsStream("/vectors/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static float[] halves(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.length / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = half(buffer.getShort());
        }
        return values;
    }

    private static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int mantissa = bits & 0x3ff;
        float size =
                exponent == 0
                        ? Math.scalb((float) mantissa, -24)
                        : Math.scalb((float) (mantissa + 0x400), exponent - 25);
        return bits < 0 ? -size : size;
    }
}
