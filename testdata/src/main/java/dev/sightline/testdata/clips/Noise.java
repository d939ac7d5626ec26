// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/** Random numbers that depend on a place only. */
final class Noise {

    private Noise() {}

    /** From 0 to just below 1. */
    static double unit(int seed, int x, int y) {
        int hash = seed * 0x9E3779B1 + x * 0x85EBCA77 + y * 0xC2B2AE3D;
        hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
        hash = (hash ^ hash >>> 12) * 0x297A2D39;
        hash ^= hash >>> 15;
        return (hash >>> 8) * 0x1p-24;
    }

    /** The numbers of the four places around, blended. */
    static double smooth(int seed, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = ease(x - left);
        double down = ease(y - top);
        double upper = blend(unit(seed, left, top), unit(seed, left + 1, top), right);
        double lower = blend(unit(seed, left, top + 1), unit(seed, left + 1, top + 1), right);
        return blend(upper, lower, down);
    }

    private static double ease(double share) {
        return share * share * (3 - 2 * share);
    }

    private static double blend(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
