// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The means of a plane's cells, from a few rows of each. One thread; keeps a row's buffer. */
final class CellMeans {

    /** Rows read of those that a cell covers. */
    private static final int ROWS = 4;

    /** Values read of those of a row that a cell covers. */
    private static final int COLUMNS = 6;

    /** What a component that a frame does not have is taken for: no colour. */
    private static final byte GREY = (byte) 128;

    private final int columns;
    private final int rows;
    private final int[] sums;
    private final int[] first;
    private final int[] stride;
    private final int[] count;
    private int width = -1;
    private byte[] row = new byte[0];

    /**
     * @param columns cells in a row
     * @param rows rows of cells
     */
    CellMeans(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        sums = new int[columns];
        first = new int[columns];
        stride = new int[columns];
        count = new int[columns];
    }

    /**
     * @param target takes {@code columns * rows} means, 0 to 255 unsigned, from {@code start} on
     */
    void of(YuvPlane plane, byte[] target, int start) {
        if (plane.data() == null) {
            Arrays.fill(target, start, start + columns * rows, GREY);
            return;
        }
        layOut(plane.width());
        ByteBuffer data = plane.buffer();
        for (int y = 0; y < rows; y++) {
            row(plane, data, y, target, start + y * columns);
        }
    }

    /** Where the values lie that are read; a row may have fewer of them than there are cells. */
    private void layOut(int values) {
        if (width == values) {
            return;
        }
        width = values;
        for (int x = 0; x < columns; x++) {
            first[x] = x * width / columns;
            int covered = (x + 1) * width / columns - first[x];
            stride[x] = Math.max(1, covered / COLUMNS);
            count[x] = Math.max(1, covered / stride[x]);
        }
    }

    private void row(YuvPlane plane, ByteBuffer data, int y, byte[] target, int start) {
        int top = y * plane.height() / rows;
        int bottom = Math.max(top + 1, (y + 1) * plane.height() / rows);
        int lines = Math.min(ROWS, bottom - top);
        int length = plane.rowBytes();
        if (row.length < length) {
            row = new byte[length];
        }
        Arrays.fill(sums, 0);
        for (int i = 0; i < lines; i++) {
            int line = top + (2 * i + 1) * (bottom - top) / (2 * lines);
            data.get(line * plane.stride(), row, 0, length);
            add(plane);
        }
        for (int x = 0; x < columns; x++) {
            int values = lines * count[x];
            target[start + x] = (byte) ((sums[x] + values / 2) / values);
        }
    }

    private void add(YuvPlane plane) {
        int lower = plane.lower();
        for (int x = 0; x < columns; x++) {
            int at = first[x] * plane.step() + plane.offset();
            int step = stride[x] * plane.step();
            int sum = 0;
            for (int i = 0; i < count[x]; i++, at += step) {
                sum += lower == 0 ? row[at] & 0xff : upperBits(at, lower);
            }
            sums[x] += sum;
        }
    }

    /** The upper eight bits of a value whose last bits are in its lower byte. */
    private int upperBits(int at, int lower) {
        return (row[at] << lower | (row[at - 1] & 0xff) >> Byte.SIZE - lower) & 0xff;
    }
}
