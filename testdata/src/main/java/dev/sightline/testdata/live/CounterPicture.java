// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import dev.sightline.testdata.clips.Picture;
import java.util.OptionalLong;

/**
 * A number in a picture: 8 by 8 cells, black for 0 and white for 1, row after row, the highest bit
 * first. 48 bits are the number, 16 its checksum (CRC-16/CCITT-FALSE), so that a picture that is
 * damaged, or none of these, is told from one that is read well. Survives coding and scaling; a
 * square one also every crop and fit.
 */
public final class CounterPicture {

    /** The greatest number: 2<sup>48</sup> - 1. */
    public static final long GREATEST = (1L << 48) - 1;

    private static final int CELLS = 8;
    private static final int CHECKSUM_BITS = 16;
    private static final int POLYNOMIAL = 0x1021;

    /** Mean brightness of a cell up to which it is black; from 255 less this on it is white. */
    private static final int DARK = 90;

    private CounterPicture() {}

    /**
     * Draws a number.
     *
     * @param number 0 to {@link #GREATEST}
     * @param width pixels, at least 8
     * @param height pixels, at least 8
     */
    public static Picture of(long number, int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        byte[] grey = grey(number, width, height);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = grey[i / 3];
        }
        return new Picture(width, height, rgb);
    }

    /** The same picture, one byte a pixel. */
    static byte[] grey(long number, int width, int height) {
        if (number < 0 || number > GREATEST || width < CELLS || height < CELLS) {
            throw new IllegalArgumentException(number + " in " + width + "x" + height);
        }
        long code = number << CHECKSUM_BITS | checksum(number);
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            int cell = i / width * CELLS / height * CELLS + i % width * CELLS / width;
            grey[i] = (byte) ((code >>> 63 - cell & 1) == 0 ? 0 : 0xff);
        }
        return grey;
    }

    /**
     * Reads a number.
     *
     * @param rgb {@code width * height * 3} bytes, row after row
     * @param width pixels, at least 16
     * @param height pixels, at least 16
     * @return nothing if the picture shows none, or is too damaged
     */
    public static OptionalLong read(byte[] rgb, int width, int height) {
        long code = 0;
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            int mean = mean(rgb, width, height, cell);
            if (mean > DARK && mean < 255 - DARK) {
                return OptionalLong.empty();
            }
            code = code << 1 | (mean > DARK ? 1 : 0);
        }
        long number = code >>> CHECKSUM_BITS;
        boolean right = checksum(number) == (code & (1 << CHECKSUM_BITS) - 1);
        return right ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** Brightness in the middle of a cell: its edges are blurred. */
    private static int mean(byte[] rgb, int width, int height, int cell) {
        int left = (cell % CELLS * 4 + 1) * width / (CELLS * 4);
        int right = (cell % CELLS * 4 + 3) * width / (CELLS * 4);
        int top = (cell / CELLS * 4 + 1) * height / (CELLS * 4);
        int bottom = (cell / CELLS * 4 + 3) * height / (CELLS * 4);
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = 3 * (y * width + left); i < 3 * (y * width + right); i++) {
                sum += rgb[i] & 0xff;
            }
        }
        return sum / (3 * (right - left) * (bottom - top));
    }

    /** Of six bytes, the highest first. */
    private static int checksum(long number) {
        int crc = 0xffff;
        for (int shift = 40; shift >= 0; shift -= 8) {
            crc ^= (int) (number >>> shift & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
            }
            crc &= 0xffff;
        }
        return crc;
    }
}
