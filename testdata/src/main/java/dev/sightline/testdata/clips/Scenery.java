// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** Drawn places, each other by its seed, with things in them that move. */
public final class Scenery {

    private static final int DARK = 0x101418;

    private Scenery() {}

    /** Ridges behind ridges under a sky. */
    public static Painter hills(int seed) {
        int sky = Rgb.adjusted(Rgb.seeded(seed, 0), 0.4, 140);
        int ground = Rgb.adjusted(Rgb.seeded(seed, 1), 0.6, 10);
        return (x, y, seconds) -> {
            for (int ridge = 3; ridge >= 0; ridge--) {
                double scale = 1.5 + ridge * 0.7;
                double top = 0.75 - ridge * 0.13 - 0.3 * Noise.smooth(seed + ridge, x * scale, 0.5);
                if (y > top && (ridge == 0 || y < top + 0.35)) {
                    double light = Noise.smooth(seed + 9, x * 40, y * 40) * 0.25 + 0.2 * ridge;
                    return Rgb.mix(ground, sky, Math.min(0.85, light));
                }
            }
            return Rgb.adjusted(sky, 1 - 0.35 * y, 12 * Noise.smooth(seed + 5, x * 3, y * 6));
        };
    }

    /** Houses with windows, some of them lit, by night. */
    public static Painter city(int seed) {
        int wall = Rgb.adjusted(Rgb.seeded(seed, 0), 0.45, 20);
        int lit = Rgb.adjusted(Rgb.seeded(seed, 1), 0.3, 170);
        int sky = Rgb.adjusted(Rgb.seeded(seed, 2), 0.35, 0);
        return (x, y, seconds) -> {
            int house = (int) Math.floor(x * 4);
            double roof = 0.15 + 0.55 * Noise.unit(seed, house, 3);
            if (y < roof) {
                return Rgb.adjusted(sky, 1 + y, 0);
            }
            double column = x * 20 - Math.floor(x * 20);
            double row = y * 14 - Math.floor(y * 14);
            boolean window = column > 0.3 && column < 0.75 && row > 0.25 && row < 0.8;
            int where = (int) Math.floor(x * 20) * 31 + (int) Math.floor(y * 14);
            int front = Rgb.adjusted(wall, 0.7 + 0.6 * Noise.unit(seed, house, 4), 0);
            return !window ? front : Noise.unit(seed, where, 5) < 0.4 ? lit : DARK;
        };
    }

    /** A wall of bricks. */
    public static Painter bricks(int seed) {
        int brick = Rgb.adjusted(Rgb.seeded(seed, 0), 0.7, 30);
        return (x, y, seconds) -> {
            int row = (int) Math.floor(y * 9);
            double along = x * 4 + (row & 1) * 0.5;
            double joint = Math.min(along - Math.floor(along), (y * 9 - row) * 0.5);
            double tone = Noise.unit(seed, (int) Math.floor(along), row) * 0.5;
            double grit = Noise.smooth(seed + 3, x * 60, y * 60) * 0.3;
            return joint < 0.05 ? 0xb8b4a8 : Rgb.adjusted(brick, 0.6 + tone + grit, 0);
        };
    }

    /** A road as the driver sees it. */
    public static Painter road(int seed, double speed) {
        Painter land = hills(seed);
        int grass = Rgb.adjusted(Rgb.seeded(seed, 3), 0.5, 20);
        return (x, y, seconds) -> {
            if (y < 0.45) {
                return land.colour(x, y + 0.2, 0);
            }
            double depth = 0.3 / (y - 0.4);
            double aside = (x - 0.89) * depth;
            double ahead = depth * 3 + speed * seconds;
            if (Math.abs(aside) > 0.6) {
                return Rgb.adjusted(grass, 0.6 + 0.8 * Noise.smooth(seed, aside * 6, ahead * 2), 0);
            }
            boolean line = Math.abs(aside) < 0.03 && ahead - Math.floor(ahead) < 0.5;
            double grit = Noise.smooth(seed + 1, aside * 30, ahead * 8);
            return line ? 0xf0f0e0 : Rgb.adjusted(0x505458, 0.85 + 0.3 * grit, 0);
        };
    }

    /** A figure that hops before a flat background, all in plain colours with dark outlines. */
    public static Painter cartoon(int seed) {
        int back = Rgb.adjusted(Rgb.seeded(seed, 0), 0.6, 90);
        int ground = Rgb.seeded(seed, 1);
        int coat = Rgb.seeded(seed, 2);
        double left = 0.4 + Noise.unit(seed, 1, 9);
        double horizon = 0.6 + 0.25 * Noise.unit(seed, 2, 9);
        return (x, y, seconds) -> {
            double hop = Math.abs(Math.sin(seconds * 5)) * 0.12;
            double dx = x - left - 0.15 * Math.sin(seconds * 2);
            double body = Math.hypot(dx / 0.8, y - 0.7 + hop) - 0.17;
            double head = Math.hypot(dx, y - 0.42 + hop) - 0.1;
            double nearest = Math.min(body, head);
            if (nearest < 0) {
                return nearest > -0.015 ? DARK : body < head ? coat : 0xf0c8a0;
            }
            return y > horizon ? ground : back;
        };
    }

    /**
     * Small bright things that fall all over the picture.
     *
     * @param speed picture heights a second
     */
    public static Mask confetti(int seed, double speed) {
        return (x, y, seconds) -> {
            int column = (int) Math.floor(x * 16);
            double own = 0.7 + 0.6 * Noise.unit(seed, column, 1);
            double along = (y - speed * own * seconds) * 12;
            int row = (int) Math.floor(along);
            double dx = x * 16 - column - 0.5;
            double dy = along - row - 0.5;
            boolean there = Noise.unit(seed, column, row) < 0.25;
            return there && Math.max(Math.abs(dx), Math.abs(dy)) < 0.3 ? 1 : 0;
        };
    }
}
