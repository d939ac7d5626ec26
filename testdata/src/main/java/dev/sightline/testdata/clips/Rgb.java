// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** Arithmetic with colours, {@code 0xRRGGBB}. */
final class Rgb {

    private Rgb() {}

    /** Mixes two colours; {@code share} of the second one, 0 to 1. */
    static int mix(int from, int to, double share) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int first = from >> shift & 0xff;
            int second = to >> shift & 0xff;
            mixed |= (int) (first + (second - first) * share + 0.5) << shift;
        }
        return mixed;
    }

    /** Multiplies all channels and adds to them; what leaves the range is cut off. */
    static int adjusted(int colour, double gain, double offset) {
        int adjusted = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = (colour >> shift & 0xff) * gain + offset;
            adjusted |= (int) Math.max(0, Math.min(255, value + 0.5)) << shift;
        }
        return adjusted;
    }

    /** One of all colours, by chance. */
    static int seeded(int seed, int which) {
        int colour = 0;
        for (int channel = 0; channel < 3; channel++) {
            colour = colour << 8 | (int) (Noise.unit(seed, channel, which) * 255);
        }
        return colour;
    }
}
