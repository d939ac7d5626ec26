// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorBankTest {

    private static float value(int half) {
        return VectorBank.ofFloat16(new byte[] {(byte) half, (byte) (half >> 8)}, 1).values()[0];
    }

    @ParameterizedTest
    @CsvSource({
        "0x0000, 0",
        "0x3c00, 1",
        "0xc000, -2",
        "0x3555, 0.333251953125",
        "0x7bff, 65504",
        "0x0400, 0.00006103515625",
        "0x0001, 0.000000059604644775390625",
        "0x83ff, -0.000060975551605224609375",
        "0x7c00, Infinity",
        "0xfc00, -Infinity",
        "0x7e00, NaN"
    })
    void halvesHaveTheirValues(String half, float expected) {
        // Boxed, so that NaN equals NaN.
        assertThat(value(Integer.decode(half))).isEqualTo(Float.valueOf(expected));
    }

    @Test
    void minusZeroKeepsItsSign() {
        assertThat(Float.floatToRawIntBits(value(0x8000))).isEqualTo(Float.floatToRawIntBits(-0f));
    }

    @Test
    void vectorsFollowEachOther() {
        byte[] bytes = {0, 0x3c, 0, 0x40, 0, 0x42, 0, 0x44};
        VectorBank bank = VectorBank.ofFloat16(bytes, 2);
        assertThat(bank.count()).isEqualTo(2);
        assertThat(bank.values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void someOfThemAreComparedAsAllOfThemAre() {
        VectorBank bank = new VectorBank(2, new float[] {1, 0, 0, 1, -1, 0});
        float[] vector = {0.6f, 0.8f};
        assertThat(bank.cosines(vector)).containsExactly(0.6f, 0.8f, -0.6f);
        assertThat(bank.cosines(vector, new int[] {2, 0})).containsExactly(-0.6f, 0.6f);
        assertThatThrownBy(() -> bank.cosines(new float[3], new int[1]))
                .hasMessage("a vector of 3 dimensions among 2");
    }
}
