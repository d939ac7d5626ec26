// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.util.Random;

/** A drawn place that a camera can be pointed at: many ellipses before each other. */
final class Scene {

    private static final int SHAPES = 70;

    private final double[][] shapes = new double[SHAPES][];
    private final int[][] colours = new int[SHAPES][];

    Scene(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SHAPES; i++) {
            shapes[i] =
                    new double[] {
                        random.nextDouble() * 160 - 48,
                        random.nextDouble() * 90 - 27,
                        5 + random.nextDouble() * 18,
                        4 + random.nextDouble() * 12
                    };
            colours[i] =
                    new int[] {
                        30 + random.nextInt(190), 90 + random.nextInt(76), 90 + random.nextInt(76)
                    };
        }
    }

    /** What the camera sees from there; one unit is one luma value of the thumbnail. */
    Thumbnail view(double x, double y) {
        byte[] planes = new byte[Thumbnail.LUMA + 2 * Thumbnail.CHROMA];
        for (int row = 0; row < Thumbnail.HEIGHT; row++) {
            for (int column = 0; column < Thumbnail.WIDTH; column++) {
                int[] colour = colour(x + column, y + row);
                planes[row * Thumbnail.WIDTH + column] = (byte) colour[0];
                int chroma = Thumbnail.LUMA + row / 2 * Thumbnail.CHROMA_WIDTH + column / 2;
                planes[chroma] = (byte) colour[1];
                planes[chroma + Thumbnail.CHROMA] = (byte) colour[2];
            }
        }
        return new Thumbnail(planes);
    }

    private int[] colour(double x, double y) {
        for (int i = SHAPES - 1; i >= 0; i--) {
            double dx = (x - shapes[i][0]) / shapes[i][2];
            double dy = (y - shapes[i][1]) / shapes[i][3];
            if (dx * dx + dy * dy < 1) {
                return colours[i];
            }
        }
        return new int[] {16, 128, 128};
    }
}
