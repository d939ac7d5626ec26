// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

/**
 * What the change finder keeps of a frame: luma of {@value #WIDTH} x {@value #HEIGHT} and two
 * chroma planes of {@value #CHROMA_WIDTH} x {@value #CHROMA_HEIGHT} values, each the mean of the
 * part of the frame that it stands for. The whole frame is squeezed into it whatever its shape.
 *
 * <p>Immutable; some 4 KiB of heap.
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

    private static final int BLOCK_WIDTH = 8;
    private static final int BLOCK_HEIGHT = 6;

    private final byte[] planes;
    private final byte[] half;
    private final double contrast;

    /**
     * @param planes luma, then the two chroma planes, row after row, 0 to 255 unsigned; {@code LUMA
     *     + 2 * CHROMA} bytes. Not copied; the caller must not change it any more
     */
    public Thumbnail(byte[] planes) {
        if (planes.length != LUMA + 2 * CHROMA) {
            throw new IllegalArgumentException("thumbnail of " + planes.length + " bytes");
        }
        this.planes = planes;
        this.half = halved(planes);
        this.contrast = contrast(planes);
    }

    private static byte[] halved(byte[] planes) {
        byte[] half = new byte[CHROMA];
        for (int y = 0; y < CHROMA_HEIGHT; y++) {
            for (int x = 0; x < CHROMA_WIDTH; x++) {
                int at = 2 * y * WIDTH + 2 * x;
                int sum =
                        (planes[at] & 0xff)
                                + (planes[at + 1] & 0xff)
                                + (planes[at + WIDTH] & 0xff)
                                + (planes[at + WIDTH + 1] & 0xff);
                half[y * CHROMA_WIDTH + x] = (byte) ((sum + 2) >> 2);
            }
        }
        return half;
    }

    private static double contrast(byte[] planes) {
        int sum = 0;
        for (int y = 0; y < HEIGHT; y += BLOCK_HEIGHT) {
            for (int x = 0; x < WIDTH; x += BLOCK_WIDTH) {
                sum += deviation(planes, y * WIDTH + x);
            }
        }
        return (double) sum / LUMA;
    }

    private static int deviation(byte[] planes, int start) {
        int mean = 0;
        for (int y = 0; y < BLOCK_HEIGHT; y++) {
            for (int x = 0; x < BLOCK_WIDTH; x++) {
                mean += planes[start + y * WIDTH + x] & 0xff;
            }
        }
        mean /= BLOCK_WIDTH * BLOCK_HEIGHT;
        int deviation = 0;
        for (int y = 0; y < BLOCK_HEIGHT; y++) {
            for (int x = 0; x < BLOCK_WIDTH; x++) {
                deviation += Math.abs((planes[start + y * WIDTH + x] & 0xff) - mean);
            }
        }
        return deviation;
    }

    /** The same, left and right exchanged. */
    Thumbnail mirrored() {
        byte[] mirrored = new byte[planes.length];
        mirror(planes, mirrored, 0, WIDTH, HEIGHT);
        mirror(planes, mirrored, LUMA, CHROMA_WIDTH, 2 * CHROMA_HEIGHT);
        return new Thumbnail(mirrored);
    }

    private static void mirror(byte[] from, byte[] to, int offset, int width, int height) {
        for (int y = 0; y < height; y++) {
            int row = offset + y * width;
            for (int x = 0; x < width; x++) {
                to[row + x] = from[row + width - 1 - x];
            }
        }
    }

    /** The same with another's mean of luma, where that is within the range of values. */
    Thumbnail asBrightAs(Thumbnail other) {
        int shift = Math.round((float) (other.lumaSum() - lumaSum()) / LUMA);
        byte[] shifted = planes.clone();
        for (int i = 0; i < LUMA; i++) {
            shifted[i] = (byte) Math.max(0, Math.min(255, (planes[i] & 0xff) + shift));
        }
        return new Thumbnail(shifted);
    }

    private int lumaSum() {
        int sum = 0;
        for (int i = 0; i < LUMA; i++) {
            sum += planes[i] & 0xff;
        }
        return sum;
    }

    /** Mean absolute deviation of luma from the mean of its block of 8 x 6 values, in levels. */
    double contrast() {
        return contrast;
    }

    /** The three planes one behind the other; must not be changed. */
    byte[] planes() {
        return planes;
    }

    /** Luma at half the width and height, the size of a chroma plane; must not be changed. */
    byte[] half() {
        return half;
    }
}
