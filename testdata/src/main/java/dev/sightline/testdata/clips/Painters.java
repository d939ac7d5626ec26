// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** Things to draw. Seeds that differ give pictures that differ in colour and in shape. */
public final class Painters {

    private static final int OCTAVES = 4;

    private Painters() {}

    /** One colour, {@code 0xRRGGBB}. */
    public static Painter colour(int rgb) {
        return (x, y, seconds) -> rgb;
    }

    /** A slanted gradient from one colour to another and back, which drifts. */
    public static Painter gradient(int seed) {
        int from = seededColour(seed, 0);
        int to = seededColour(seed, 1);
        double slant = Noise.unit(seed, 2, 2) - 0.5;
        return (x, y, seconds) -> Rgb.mix(from, to, triangle(0.4 * x + slant * y + 0.1 * seconds));
    }

    /** A rough surface, as of stone or leaves: detail in all sizes. */
    public static Painter texture(int seed) {
        int dark = seededColour(seed, 0);
        int bright = seededColour(seed, 1);
        return (x, y, seconds) -> Rgb.mix(dark, bright, roughness(seed, x, y));
    }

    /**
     * A checkerboard.
     *
     * @param rows fields from the upper to the lower edge
     */
    public static Painter checkerboard(int rows, int even, int odd) {
        return (x, y, seconds) ->
                (((int) Math.floor(x * rows) + (int) Math.floor(y * rows)) & 1) == 0 ? even : odd;
    }

    /** A picture, one unit high, mirrored beyond its edges. */
    public static Painter picture(Picture picture) {
        return (x, y, seconds) -> {
            double column = x * picture.height() - 0.5;
            double row = y * picture.height() - 0.5;
            int left = (int) Math.floor(column);
            int top = (int) Math.floor(row);
            int upper =
                    Rgb.mix(
                            picture.mirrored(left, top),
                            picture.mirrored(left + 1, top),
                            column - left);
            int lower =
                    Rgb.mix(
                            picture.mirrored(left, top + 1),
                            picture.mirrored(left + 1, top + 1),
                            column - left);
            return Rgb.mix(upper, lower, row - top);
        };
    }

    private static double roughness(int seed, double x, double y) {
        double sum = 0;
        double weight = 0.5;
        double scale = 3;
        for (int octave = 0; octave < OCTAVES; octave++) {
            sum += weight * Noise.smooth(seed + octave, x * scale, y * scale);
            weight /= 2;
            scale *= 2;
        }
        // Sums of noise huddle around one half; this spreads them over the range again.
        return Math.min(1, Math.max(0, 0.5 + (sum - 0.47) * 2.2));
    }

    /** The second colour is the opposite of the first, so that there is something to see. */
    private static int seededColour(int seed, int which) {
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
            int value = (int) (Noise.unit(seed, channel, 7) * 255);
            colour = colour << 8 | (which == 0 ? value : 255 - value);
        }
        return colour;
    }

    private static double triangle(double phase) {
        return Math.abs(2 * (phase - Math.floor(phase)) - 1);
    }
}
