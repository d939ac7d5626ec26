// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

/**
 * What is kept of a sample's pixels: how bright {@value #STRIPS} short strips of it are. It cannot
 * be looked at, but says whether two pictures of one stream differ clearly; noise and the grain of
 * film vanish in the means.
 */
public final class PictureSketch {

    /** Strips of a picture, evenly spread over it. */
    public static final int STRIPS = 64;

    private PictureSketch() {}

    /**
     * The sketch of a picture.
     *
     * @param rgb bytes, row after row
     */
    static byte[] of(byte[] rgb) {
        byte[] sketch = new byte[STRIPS];
        for (int i = 0; i < STRIPS; i++) {
            int from = (int) ((long) i * rgb.length / STRIPS);
            int to = Math.min(rgb.length, from + Math.max(1, rgb.length / (4 * STRIPS)));
            int sum = 0;
            for (int j = from; j < to; j++) {
                sum += rgb[j] & 0xff;
            }
            sketch[i] = (byte) (to == from ? 0 : sum / (to - from));
        }
        return sketch;
    }

    /**
     * How much two pictures differ.
     *
     * @return mean difference of their strips, 0 to 255; 0 if a sketch is missing
     */
    public static double difference(byte[] one, byte[] other) {
        if (one.length != STRIPS || other.length != STRIPS) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < STRIPS; i++) {
            sum += Math.abs((one[i] & 0xff) - (other[i] & 0xff));
        }
        return (double) sum / STRIPS;
    }
}
