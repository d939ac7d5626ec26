// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;

/**
 * What the change finder keeps of a frame: luma of {@value #WIDTH} x {@value #HEIGHT} and two
 * chroma planes of {@value #CHROMA_WIDTH} x {@value #CHROMA_HEIGHT} values, each the mean of the
 * part of the frame that it stands for. The whole frame is squeezed into it whatever its shape.
 *
 * <p>Its values never change. Some 4 KiB of heap; up to 133 KiB more, made for the search for
 * motion, are free to be collected at any time. One thread.
 */
public final class Thumbnail {

    /** Luma values in a row. */
    public static final int WIDTH = 64;

    /** Luma rows. */
    public static final int HEIGHT = 36;

    /** Chroma values in a row. */
    public static final int CHROMA_WIDTH = WIDTH / 2;

    /** Chroma rows. */
    public static final int CHROMA_HEIGHT = HEIGHT / 2;

    /** Bytes of the luma plane. */
    public static final int LUMA = WIDTH * HEIGHT;

    /** Bytes of each chroma plane. */
    public static final int CHROMA = CHROMA_WIDTH * CHROMA_HEIGHT;

    /** Grey levels; flat pictures must not be blown up. */
    private static final double LIGHT_NOISE = 2;

    private static final Reference<MotionPlanes> NONE = new WeakReference<>(null);

    /** A row of a block is a word. */
    private static final int BLOCK_WIDTH = Long.BYTES;

    private static final int BLOCK_HEIGHT = 6;

    /** Words in a row of luma. */
    private static final int ROW = WIDTH / Long.BYTES;

    private final long[] words;
    private final double[] contrasts = new double[WIDTH * HEIGHT / (BLOCK_WIDTH * BLOCK_HEIGHT)];
    private final double contrast;
    private double[] light;
    private Reference<MotionPlanes> motion = NONE;
    private Reference<MotionPlanes> mirroredMotion = NONE;

    /**
     * @param planes luma, then the two chroma planes, row after row, 0 to 255 unsigned; {@code LUMA
     *     + 2 * CHROMA} bytes. Copied
     */
    public Thumbnail(byte[] planes) {
        if (planes.length != LUMA + 2 * CHROMA) {
            throw new IllegalArgumentException("thumbnail of " + planes.length + " bytes");
        }
        this.words = Lanes.words(planes);
        this.contrast = contrast(words, contrasts);
    }

    private static double contrast(long[] words, double[] contrasts) {
        int sum = 0;
        int block = 0;
        for (int y = 0; y < HEIGHT; y += BLOCK_HEIGHT) {
            for (int x = 0; x < WIDTH; x += BLOCK_WIDTH) {
                int deviation = deviation(words, (y * WIDTH + x) / Long.BYTES);
                contrasts[block++] = (double) deviation / (BLOCK_WIDTH * BLOCK_HEIGHT);
                sum += deviation;
            }
        }
        return (double) sum / LUMA;
    }

    /** Of a block, each row of which is a word. */
    private static int deviation(long[] words, int start) {
        long sums = 0;
        for (int y = 0; y < BLOCK_HEIGHT; y++) {
            sums += Lanes.pairs(words[start + y * ROW]);
        }
        long mean = Lanes.all(Lanes.sum(sums) / (BLOCK_WIDTH * BLOCK_HEIGHT));
        long distances = 0;
        for (int y = 0; y < BLOCK_HEIGHT; y++) {
            long word = words[start + y * ROW];
            distances += Lanes.small(Lanes.even(word), mean) + Lanes.small(Lanes.odd(word), mean);
        }
        return Lanes.sum(distances) - BLOCK_WIDTH * BLOCK_HEIGHT * Lanes.SMALL;
    }

    /** Made ready for the search for motion; kept until memory is collected. */
    MotionPlanes motion() {
        MotionPlanes known = motion.get();
        if (known == null) {
            known = new MotionPlanes(planes());
            motion = new WeakReference<>(known);
        }
        return known;
    }

    /** The same, left and right exchanged. */
    MotionPlanes mirroredMotion() {
        MotionPlanes known = mirroredMotion.get();
        if (known == null) {
            known = MotionPlanes.mirrored(planes());
            mirroredMotion = new WeakReference<>(known);
        }
        return known;
    }

    /** The same with another's mean and spread of luma, as if under its light. */
    Thumbnail inTheLightOf(Thumbnail other) {
        double[] own = light();
        double[] others = other.light();
        double gain = (others[1] + LIGHT_NOISE) / (own[1] + LIGHT_NOISE);
        byte[] levels = new byte[256];
        for (int level = 0; level < levels.length; level++) {
            long value = Math.round(others[0] + gain * (level - own[0]));
            levels[level] = (byte) Math.max(0, Math.min(255, value));
        }
        byte[] lit = planes();
        for (int i = 0; i < LUMA; i++) {
            lit[i] = levels[lit[i] & 0xff];
        }
        return new Thumbnail(lit);
    }

    /** Mean and standard deviation of luma. */
    private double[] light() {
        if (light == null) {
            int sum = 0;
            int squares = 0;
            byte[] planes = planes();
            for (int i = 0; i < LUMA; i++) {
                int value = planes[i] & 0xff;
                sum += value;
                squares += value * value;
            }
            double mean = (double) sum / LUMA;
            double variance = (double) squares / LUMA - mean * mean;
            light = new double[] {mean, Math.sqrt(Math.max(0, variance))};
        }
        return light;
    }

    /** {@link #contrast()} of each block, row after row; must not be changed. */
    double[] contrasts() {
        return contrasts;
    }

    /** Mean absolute deviation of luma from the mean of its block of 8 x 6 values, in levels. */
    double contrast() {
        return contrast;
    }

    /** A luma value, 0 to 255. */
    public int luma(int x, int y) {
        return value(y * WIDTH + x);
    }

    /**
     * A chroma value, 0 to 255.
     *
     * @param plane 0 for the blue one, 1 for the red one
     */
    public int chroma(int plane, int x, int y) {
        return value(LUMA + plane * CHROMA + y * CHROMA_WIDTH + x);
    }

    private int value(int index) {
        return Lanes.value(words[index / Long.BYTES], index % Long.BYTES);
    }

    /** The three planes one behind the other, made anew. */
    byte[] planes() {
        return Lanes.bytes(words);
    }

    /** The same as {@link Lanes#words}; must not be changed. */
    long[] words() {
        return words;
    }
}
