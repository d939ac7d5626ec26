// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.Arrays;

/** The means of a plane's cells, from a few rows of each. One thread; keeps a row's buffer. */
final class CellMeans {

    /** Rows read of those that a cell covers. */
    private static final int ROWS = 6;

    /** Values read of those of a row that a cell covers. */
    private static final int COLUMNS = 10;

    /** What a component that a frame does not have is taken for: no colour. */
    private static final byte GREY = (byte) 128;

    private byte[] row = new byte[0];
    private int[] sums = new int[0];

    /**
     * @param target takes {@code columns * rows} means, 0 to 255 unsigned, from {@code start} on
     */
    void of(YuvPlane plane, byte[] target, int start, int columns, int rows) {
        if (plane.data() == null) {
            Arrays.fill(target, start, start + columns * rows, GREY);
            return;
        }
        if (sums.length != columns) {
            sums = new int[columns];
        }
        for (int y = 0; y < rows; y++) {
            row(plane, y, rows, target, start + y * columns);
        }
    }

    private void row(YuvPlane plane, int y, int rows, byte[] target, int start) {
        int columns = sums.length;
        int top = y * plane.height() / rows;
        int bottom = Math.max(top + 1, (y + 1) * plane.height() / rows);
        int lines = Math.min(ROWS, bottom - top);
        Arrays.fill(sums, 0);
        for (int i = 0; i < lines; i++) {
            read(plane, top + (2 * i + 1) * (bottom - top) / (2 * lines));
            add(plane);
        }
        for (int x = 0; x < columns; x++) {
            int count = lines * count(plane, x);
            target[start + x] = (byte) ((sums[x] + count / 2) / count);
        }
    }

    private void read(YuvPlane plane, int line) {
        int length = (plane.width() - 1) * plane.step() + plane.offset() + 1;
        if (row.length < length) {
            row = new byte[length];
        }
        plane.data().position((long) line * plane.stride()).get(row, 0, length);
        plane.data().position(0);
    }

    private void add(YuvPlane plane) {
        for (int x = 0; x < sums.length; x++) {
            int left = left(plane, x);
            int stride = stride(plane, x);
            int sum = 0;
            for (int i = count(plane, x) - 1; i >= 0; i--) {
                sum += value(plane, left + i * stride);
            }
            sums[x] += sum;
        }
    }

    private int value(YuvPlane plane, int x) {
        int at = x * plane.step() + plane.offset();
        int value = row[at] & 0xff;
        return plane.lower() == 0
                ? value
                : (value << plane.lower() | (row[at - 1] & 0xff) >> Byte.SIZE - plane.lower())
                        & 0xff;
    }

    private int left(YuvPlane plane, int x) {
        return x * plane.width() / sums.length;
    }

    private int stride(YuvPlane plane, int x) {
        return Math.max(1, (left(plane, x + 1) - left(plane, x)) / COLUMNS);
    }

    /** Number of values read of a cell's row; the picture may have fewer values than cells. */
    private int count(YuvPlane plane, int x) {
        int width = left(plane, x + 1) - left(plane, x);
        return Math.max(1, width / stride(plane, x));
    }
}
