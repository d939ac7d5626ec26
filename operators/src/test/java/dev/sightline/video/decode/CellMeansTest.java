// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;

class CellMeansTest {

    private static byte[] means(YuvPlane plane, int columns, int rows) {
        byte[] target = new byte[columns * rows + 2];
        new CellMeans(columns, rows).of(plane, target, 1);
        assertThat(target[0]).isZero();
        assertThat(target[target.length - 1]).isZero();
        return Arrays.copyOfRange(target, 1, target.length - 1);
    }

    private static YuvPlane plane(int width, int height, byte[] values) {
        return new YuvPlane(new BytePointer(values), width, 1, 0, 0, width, height);
    }

    @Test
    void averagesEachCell() {
        byte[] values = {0, 10, 100, 100, 20, 30, 100, 104, 1, 1, 2, 2, 1, 1, 2, 2};
        assertThat(means(plane(4, 4, values), 2, 2)).containsExactly(15, 101, 1, 2);
    }

    @Test
    void brightValuesStayUnsigned() {
        byte[] values = {(byte) 250, (byte) 252, (byte) 250, (byte) 252};
        assertThat(means(plane(2, 2, values), 1, 1)).containsExactly((byte) 251);
    }

    @Test
    void readsAllOverLargeCells() {
        byte[] values = new byte[400 * 300];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (i % 400 < 200 ? 0 : 100);
        }
        byte[] means = means(plane(400, 300, values), 4, 2);
        assertThat(means).containsExactly(0, 0, 100, 100, 0, 0, 100, 100);
    }

    @Test
    void aPictureMayBeSmallerThanTheCells() {
        assertThat(means(plane(1, 1, new byte[] {42}), 4, 4)).hasSize(16).containsOnly(42);
        byte[] two = {10, 20};
        assertThat(means(plane(2, 1, two), 4, 1)).containsExactly(10, 10, 20, 20);
    }

    @Test
    void followsAPictureThatChangesItsSize() {
        CellMeans means = new CellMeans(1, 1);
        byte[] target = new byte[1];
        means.of(plane(1, 1, new byte[] {5}), target, 0);
        means.of(plane(2, 1, new byte[] {6, 8}), target, 0);
        assertThat(target).containsExactly(7);
    }

    @Test
    void readsTheUpperBitsOfDeepValues() {
        // Ten bits in the lower part of little-endian words: 512 and 516.
        byte[] ten = {0, 2, 4, 2};
        YuvPlane low = new YuvPlane(new BytePointer(ten), 4, 2, 1, 6, 2, 1);
        assertThat(means(low, 2, 1)).containsExactly((byte) 128, (byte) 129);
        // The same in the upper part.
        byte[] upper = {0, (byte) 128, 0, (byte) 129};
        YuvPlane high = new YuvPlane(new BytePointer(upper), 4, 2, 1, 0, 2, 1);
        assertThat(means(high, 2, 1)).containsExactly((byte) 128, (byte) 129);
    }

    @Test
    void readsOneOfInterleavedComponents() {
        byte[] values = {1, 9, 3, 9};
        YuvPlane first = new YuvPlane(new BytePointer(values), 4, 2, 0, 0, 2, 1);
        YuvPlane second = new YuvPlane(new BytePointer(values), 4, 2, 1, 0, 2, 1);
        assertThat(means(first, 1, 1)).containsExactly(2);
        assertThat(means(second, 1, 1)).containsExactly(9);
    }

    @Test
    void aMissingComponentHasNoColour() {
        YuvPlane missing = new YuvPlane(null, 0, 0, 0, 0, 0, 0);
        assertThat(means(missing, 2, 2)).containsOnly((byte) 128);
    }
}
