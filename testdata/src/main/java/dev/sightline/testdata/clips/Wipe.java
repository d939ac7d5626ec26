// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** The ways in which one picture takes another's place, piece by piece. */
public enum Wipe {
    /** From the left edge to the right one. */
    RIGHTWARDS {
        @Override
        double place(double x, double y) {
            return x;
        }
    },
    /** From the upper edge to the lower one. */
    DOWNWARDS {
        @Override
        double place(double x, double y) {
            return y;
        }
    },
    /** A circle that grows. */
    CIRCLE {
        @Override
        double place(double x, double y) {
            return Math.hypot(x - 0.5, y - 0.5) / Math.hypot(0.5, 0.5);
        }
    };

    private static final double EDGE = 0.01;

    /** How much of the way is behind when the new picture reaches a place; all in 0 to 1. */
    abstract double place(double x, double y);

    /** The picture at a point of the way, 0 to 1. */
    Picture mixed(Picture from, Picture to, double way) {
        int width = from.width();
        byte[] rgb = new byte[from.rgb().length];
        for (int pixel = 0; pixel < rgb.length / 3; pixel++) {
            double x = (pixel % width + 0.5) / width;
            double y = (pixel / width + 0.5) / from.height();
            double share = Math.max(0, Math.min(1, (way - place(x, y)) / EDGE + 0.5));
            for (int i = 3 * pixel; i < 3 * pixel + 3; i++) {
                int old = from.rgb()[i] & 0xff;
                rgb[i] = (byte) Math.round(old + ((to.rgb()[i] & 0xff) - old) * share);
            }
        }
        return new Picture(width, from.height(), rgb);
    }
}
