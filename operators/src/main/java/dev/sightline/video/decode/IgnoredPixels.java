// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.IgnoreRegions.Region;

/**
 * The values of a scaled picture that do not count. They get the mean of those that do: so nothing
 * of them is left, a black picture stays black, and a fade stays a fade. One thread.
 */
final class IgnoredPixels {

    private static final int GREY = 128;

    private final IgnoreRegions regions;
    private Shape shape;
    private boolean[] ignored = {};

    /**
     * What the picture is like that the pixels belong to.
     *
     * @param orientation how it lies
     * @param width values in a row
     * @param height rows
     * @param marginX how far values reach into their neighbours in a row
     * @param marginY how far values reach into their neighbours in a column
     */
    record Shape(Orientation orientation, int width, int height, int marginX, int marginY) {}

    IgnoredPixels(IgnoreRegions regions) {
        this.regions = regions;
    }

    /**
     * Fills the values that do not count.
     *
     * @param values rows of {@code stride} bytes from {@code start} on, in each {@code channels}
     *     bytes a pixel, 0 to 255 unsigned
     */
    void fill(byte[] values, int start, int stride, int channels, Shape picture) {
        if (regions.isEmpty()) {
            return;
        }
        layOut(picture);
        for (int channel = 0; channel < channels; channel++) {
            fill(values, start + channel, stride, channels);
        }
    }

    private void fill(byte[] values, int start, int stride, int step) {
        long sum = 0;
        int count = 0;
        for (int pixel = 0, y = 0; y < shape.height(); y++) {
            int at = start + y * stride;
            for (int x = 0; x < shape.width(); x++, at += step, pixel++) {
                if (!ignored[pixel]) {
                    sum += values[at] & 0xff;
                    count++;
                }
            }
        }
        byte mean = (byte) (count == 0 ? GREY : (sum + count / 2) / count);
        for (int pixel = 0, y = 0; y < shape.height(); y++) {
            int at = start + y * stride;
            for (int x = 0; x < shape.width(); x++, at += step, pixel++) {
                if (ignored[pixel]) {
                    values[at] = mean;
                }
            }
        }
    }

    private void layOut(Shape picture) {
        if (picture.equals(shape)) {
            return;
        }
        shape = picture;
        ignored = new boolean[picture.width() * picture.height()];
        for (Region region : regions.regions()) {
            ignore(picture.orientation().coded(region));
        }
    }

    private void ignore(Region region) {
        int left = first(region.x(), shape.width(), shape.marginX());
        int right = behind(region.x() + region.width(), shape.width(), shape.marginX());
        int top = first(region.y(), shape.height(), shape.marginY());
        int bottom = behind(region.y() + region.height(), shape.height(), shape.marginY());
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                ignored[y * shape.width() + x] = true;
            }
        }
    }

    private static int first(double fraction, int size, int margin) {
        return Math.max(0, (int) Math.floor(fraction * size) - margin);
    }

    private static int behind(double fraction, int size, int margin) {
        return Math.min(size, (int) Math.ceil(fraction * size) + margin);
    }
}
