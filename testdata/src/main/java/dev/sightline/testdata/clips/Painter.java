// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

import java.util.function.DoubleUnaryOperator;

/**
 * Draws a picture that may move. A pure function, so that the same time always gives the same
 * picture, on any thread and any machine.
 */
@FunctionalInterface
public interface Painter {

    /** The middle of a picture of 16:9, from the left edge, in picture heights. */
    double MIDDLE = 8.0 / 9;

    /** Pictures in one of motion blur. */
    int MOMENTS = 6;

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

    /**
     * The same seen by a camera that turns as it is told.
     *
     * @param right to the right, in picture heights, by the time in seconds
     * @param down downwards, in picture heights, by the time in seconds
     */
    default Painter moved(DoubleUnaryOperator right, DoubleUnaryOperator down) {
        return (x, y, seconds) ->
                colour(x + right.applyAsDouble(seconds), y + down.applyAsDouble(seconds), seconds);
    }

    /**
     * The same seen through a lens, magnified around the middle of a picture of 16:9.
     *
     * @param magnification by the time in seconds; 1 for the picture as it is
     */
    default Painter zoomed(DoubleUnaryOperator magnification) {
        return (x, y, seconds) -> {
            double size = 1 / magnification.applyAsDouble(seconds);
            return colour(MIDDLE + (x - MIDDLE) * size, 0.5 + (y - 0.5) * size, seconds);
        };
    }

    /** The same with the shutter open for so many seconds, from one time to another. */
    default Painter blurred(double shutter, double from, double to) {
        return (x, y, seconds) -> {
            if (seconds < from || seconds > to) {
                return colour(x, y, seconds);
            }
            int colour = colour(x, y, seconds);
            for (int moment = 1; moment < MOMENTS; moment++) {
                double then = seconds - shutter * moment / MOMENTS;
                colour = Rgb.mix(colour, colour(x, y, then), 1.0 / (moment + 1));
            }
            return colour;
        };
    }

    /**
     * The same in another light.
     *
     * @param gain of all channels, by the time in seconds
     */
    default Painter exposed(DoubleUnaryOperator gain) {
        return (x, y, seconds) ->
                Rgb.adjusted(colour(x, y, seconds), gain.applyAsDouble(seconds), 0);
    }

    /** The same with a camera's noise, up to so much in each direction, in grey values. */
    default Painter grained(int seed, double amplitude) {
        return (x, y, seconds) -> {
            int moment = seed + (int) Math.round(seconds * 1000);
            double noise = Noise.unit(moment, (int) (x * 180), (int) (y * 180)) - 0.5;
            return Rgb.adjusted(colour(x, y, seconds), 1, 2 * amplitude * noise);
        };
    }

    /** The same behind something in front. */
    default Painter behind(Painter front, Mask mask) {
        return (x, y, seconds) -> {
            double share = mask.share(x, y, seconds);
            if (share == 0) {
                return colour(x, y, seconds);
            }
            int before = front.colour(x, y, seconds);
            return share == 1 ? before : Rgb.mix(colour(x, y, seconds), before, share);
        };
    }

    /** The same with each picture held for so many seconds, as in animation. */
    default Painter held(double each) {
        return (x, y, seconds) -> colour(x, y, Math.floor(seconds / each + 1e-6) * each);
    }

    /** The same picture for ever. */
    default Painter frozen() {
        return (x, y, seconds) -> colour(x, y, 0);
    }
}
