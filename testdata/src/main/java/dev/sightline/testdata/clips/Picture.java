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
}
