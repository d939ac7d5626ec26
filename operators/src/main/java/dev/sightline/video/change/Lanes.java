// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Four values of a plane in the 16-bit lanes of one number, so that each operation works on four.
 *
 * <p>They are neighbours, where beyond its edges a plane goes on with its last row or column; or
 * they are every second one of a word. A word is a number that holds eight values as they lie in
 * memory.
 *
 * <p>Loops over single values are fast only where the optimizing compiler has made vector
 * instructions of them, and many videos are over by then; the command line does without it.
 */
final class Lanes {

    /** Values in a number. */
    static final int COUNT = 4;

    private static final int SMALL_BIT = 9;
    private static final int LARGE_BIT = 13;

    /** {@link #small} takes values below that, and adds it to each of its own. */
    static final int SMALL = 1 << SMALL_BIT;

    /** {@link #large} does the same with that. */
    static final int LARGE = 1 << LARGE_BIT;

    private static final int BITS = 16;

    /** Of the lane that the rightmost value is in. */
    private static final int LAST = (COUNT - 1) * BITS;

    private static final long ONES = 0x0001_0001_0001_0001L;
    private static final long LOW_BYTES = 0xff * ONES;

    private Lanes() {}

    /**
     * Planes as they are, eight values to a number, the first one the lowest.
     *
     * @param planes a multiple of eight bytes
     */
    static long[] words(byte[] planes) {
        long[] words = new long[planes.length / Long.BYTES];
        ByteBuffer.wrap(planes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
        return words;
    }

    /** The planes that words were made of. */
    static byte[] bytes(long[] words) {
        byte[] planes = new byte[words.length * Long.BYTES];
        ByteBuffer.wrap(planes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(words);
        return planes;
    }

    /** The value of a word at a place, 0 being the first, 7 the last. */
    static int value(long word, int place) {
        return (int) (word >>> place * Byte.SIZE) & 0xff;
    }

    /** Of the eight values of a word the first, third, fifth and seventh. */
    static long even(long word) {
        return word & LOW_BYTES;
    }

    /** The others. */
    static long odd(long word) {
        return word >>> Byte.SIZE & LOW_BYTES;
    }

    /** Sums of the two values of each pair of a word. */
    static long pairs(long word) {
        return even(word) + odd(word);
    }

    /** The same value, 0 to 65,535, in all lanes. */
    static long all(int value) {
        return value * ONES;
    }

    /** The value in a lane, 0 being the lowest, 3 the highest. */
    static int lane(long lanes, int index) {
        return (int) (lanes >>> index * BITS) & 0xffff;
    }

    /**
     * A plane's values.
     *
     * @param start of the plane
     * @param margin places beyond each edge
     * @param weight that each value is multiplied by
     * @return for each place, margins included, the values of the place and of the three to its
     *     right (0 at the end of a row), row after row
     */
    static long[] of(byte[] planes, int start, int columns, int rows, int margin, int weight) {
        int width = columns + 2 * margin;
        long[] values = new long[width * (rows + 2 * margin)];
        for (int y = 0; y < rows; y++) {
            row(planes, start + y * columns, columns, weight, values, (y + margin) * width, margin);
        }
        int last = (margin + rows - 1) * width;
        for (int y = 0; y < margin; y++) {
            System.arraycopy(values, margin * width, values, y * width, width);
            System.arraycopy(values, last, values, last + (y + 1) * width, width);
        }
        return values;
    }

    private static void row(
            byte[] planes, int from, int columns, int weight, long[] values, int to, int margin) {
        long first = (long) weight * (planes[from] & 0xff) << LAST;
        long last = (long) weight * (planes[from + columns - 1] & 0xff) << LAST;
        int place = to - COUNT + 1;
        long lanes = 0;
        for (int x = 0; x < margin; x++) {
            lanes = lanes >>> BITS | first;
            if (++place > to) {
                values[place - 1] = lanes;
            }
        }
        for (int x = from; x < from + columns; x++) {
            lanes = lanes >>> BITS | (long) weight * (planes[x] & 0xff) << LAST;
            if (++place > to) {
                values[place - 1] = lanes;
            }
        }
        for (int x = 0; x < margin; x++) {
            lanes = lanes >>> BITS | last;
            values[place++] = lanes;
        }
    }

    /**
     * Absolute differences, lane by lane, {@link #SMALL} added to each; all values are below that.
     *
     * <p>The parameters are written to because the JVM's quick compiler puts methods of up to 35
     * bytes where they are called, and this one would have 39.
     */
    static long small(long one, long other) {
        one = (one | SMALL * ONES) - other;
        other = (~one & SMALL * ONES) >>> SMALL_BIT; // 1 where it is the greater one
        return (one ^ (other << SMALL_BIT + 1) - other) + other;
    }

    /** The same for sums of values, with {@link #LARGE}. */
    static long large(long one, long other) {
        one = (one | LARGE * ONES) - other;
        other = (~one & LARGE * ONES) >>> LARGE_BIT;
        return (one ^ (other << LARGE_BIT + 1) - other) + other;
    }

    /** The sum of all lanes; it must be below 65,536. */
    static int sum(long lanes) {
        return (int) (lanes * ONES >>> LAST);
    }
}
