// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.Arrays;

/**
 * What the scene detector keeps of a picture: {@value #SIDE} x {@value #SIDE} mean RGB values, row
 * after row, each 0 to 255 unsigned. Immutable; the array is not copied and must not be changed.
 *
 * @param thumbnail {@code SIDE * SIDE * 3} bytes
 */
public record VisualSignature(byte[] thumbnail) {

    /** Width and height of the thumbnail in pixels. */
    public static final int SIDE = 16;

    /** Refuses an array of another size. */
    public VisualSignature {
        if (thumbnail.length != SIDE * SIDE * 3) {
            throw new IllegalArgumentException("thumbnail of " + thumbnail.length + " bytes");
        }
    }

    /**
     * Averages a picture down to a signature.
     *
     * @param rgb {@code width * height * 3} bytes, row after row
     */
    public static VisualSignature of(byte[] rgb, int width, int height) {
        byte[] thumbnail = new byte[SIDE * SIDE * 3];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int left = x * width / SIDE;
                int right = Math.max(left + 1, (x + 1) * width / SIDE);
                int top = y * height / SIDE;
                int bottom = Math.max(top + 1, (y + 1) * height / SIDE);
                average(rgb, width, left, top, right, bottom, thumbnail, (y * SIDE + x) * 3);
            }
        }
        return new VisualSignature(thumbnail);
    }

    private static void average(
            byte[] rgb,
            int width,
            int left,
            int top,
            int right,
            int bottom,
            byte[] target,
            int offset) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int i = (y * width + left) * 3; i < (y * width + right) * 3; i += 3) {
                red += rgb[i] & 0xff;
                green += rgb[i + 1] & 0xff;
                blue += rgb[i + 2] & 0xff;
            }
        }
        int count = (right - left) * (bottom - top);
        target[offset] = (byte) (red / count);
        target[offset + 1] = (byte) (green / count);
        target[offset + 2] = (byte) (blue / count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VisualSignature that && Arrays.equals(thumbnail, that.thumbnail);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(thumbnail);
    }
}
