// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/**
 * A picture in RGB. Immutable; the array is not copied and must not be changed.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb {@code width * height * 3} bytes, row after row, full range
 */
public record Picture(int width, int height, byte[] rgb) {

    /** Refuses an array of another size. */
    public Picture {
        if (width <= 0 || height <= 0 || rgb.length != width * height * 3) {
            throw new IllegalArgumentException(
                    rgb.length + " bytes for " + width + "x" + height + " pixels");
        }
    }

    /**
     * Mixes two pictures of one size.
     *
     * @param share of the other picture, 0 to 1
     */
    public Picture mixedWith(Picture other, double share) {
        if (other.width != width || other.height != height) {
            throw new IllegalArgumentException("pictures of two sizes");
        }
        byte[] mixed = new byte[rgb.length];
        for (int i = 0; i < mixed.length; i++) {
            double own = (rgb[i] & 0xff) * (1 - share);
            mixed[i] = (byte) Math.round(own + (other.rgb[i] & 0xff) * share);
        }
        return new Picture(width, height, mixed);
    }

    /** A pixel's colour, {@code 0xRRGGBB}; beyond its edges the picture is mirrored. */
    int mirrored(int column, int row) {
        int i = 3 * (reflected(row, height) * width + reflected(column, width));
        return (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | rgb[i + 2] & 0xff;
    }

    private static int reflected(int place, int size) {
        int within = Math.floorMod(place, 2 * size);
        return within < size ? within : 2 * size - 1 - within;
    }
}
