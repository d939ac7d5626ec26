// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/**
 * Draws a picture that may move. A pure function, so that the same time always gives the same
 * picture, on any thread and any machine.
 */
@FunctionalInterface
public interface Painter {

    /**
     * The colour of a place.
     *
     * @param x from the left edge, in units of the picture's height
     * @param y from the upper edge, in units of the picture's height
     * @param seconds since the clip's first frame
     * @return {@code 0xRRGGBB}
     */
    int colour(double x, double y, double seconds);

    /** Draws the picture of a moment. */
    default Picture paint(int width, int height, double seconds) {
        byte[] rgb = new byte[width * height * 3];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = colour((x + 0.5) / height, (y + 0.5) / height, seconds);
                rgb[i++] = (byte) (colour >> 16);
                rgb[i++] = (byte) (colour >> 8);
                rgb[i++] = (byte) colour;
            }
        }
        return new Picture(width, height, rgb);
    }

    /**
     * The same seen by a camera that turns.
     *
     * @param right to the right, in picture heights a second
     * @param down downwards, in picture heights a second
     */
    default Painter panned(double right, double down) {
        return (x, y, seconds) -> colour(x + right * seconds, y + down * seconds, seconds);
    }

    /** The same picture for ever. */
    default Painter frozen() {
        return (x, y, seconds) -> colour(x, y, 0);
    }
}
