// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddingHealthSerializerTest {

    private static final EmbeddingHealth FULL =
            new EmbeddingHealth(
                    "m",
                    new DuplicateVectors(new float[] {1, -1}, new byte[] {7}, 2),
                    3,
                    new VectorDrift(
                            new float[] {2}, 4, new float[] {5}, 144, new float[] {6}, true),
                    8,
                    9);

    /** The same as version 1 writes it; later versions must go on reading it. */
    private static final String VERSION_1 =
            "0100016d"
                    + "000000023f800000bf800000"
                    + "0000000107"
                    + "00000002"
                    + "00000003"
                    + "0000000140000000"
                    + "0000000000000004"
                    + "0000000140a00000"
                    + "00000090"
                    + "0000000140c00000"
                    + "01"
                    + "0000000000000008"
                    + "0000000000000009";

    static Stream<EmbeddingHealth> states() {
        return Stream.of(
                FULL,
                EmbeddingHealth.start("sha256:ab"),
                EmbeddingHealth.start("sha256:ab").after(HealthSamples.sample(1, 2, 3)));
    }

    private static EmbeddingHealth read(byte[] bytes) throws IOException {
        return EmbeddingHealthSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
    }

    private static byte[] write(EmbeddingHealth health) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        EmbeddingHealthSerializer.INSTANCE.serialize(health, out);
        return out.getCopyOfBuffer();
    }

    @ParameterizedTest
    @MethodSource("states")
    void readsWhatItWrote(EmbeddingHealth health) throws IOException {
        assertThat(read(write(health))).usingRecursiveComparison().isEqualTo(health);
    }

    @Test
    void readsTheBytesOfVersionOne() throws IOException {
        assertThat(read(HexFormat.of().parseHex(VERSION_1)))
                .usingRecursiveComparison()
                .isEqualTo(FULL);
    }

    @Test
    void refusesAVersionItDoesNotKnow() throws IOException {
        byte[] bytes = write(FULL);
        bytes[0] = 99;
        assertThatThrownBy(() -> read(bytes)).hasMessageContaining("version 99; known: 1");
    }

    /** Four vectors of a large model. */
    @Test
    void aStreamTakesLittle() throws IOException {
        float[] large = new float[1024];
        EmbeddingHealth health =
                new EmbeddingHealth(
                        "sha256:" + "ab".repeat(32),
                        new DuplicateVectors(large, new byte[64], 0),
                        0,
                        new VectorDrift(large, 0, large, 144, large, false),
                        0,
                        0);
        assertThat(write(health)).hasSizeLessThan(4 * 4096 + 256);
    }
}
