// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.FrameGeometry;

/**
 * Computes to what size a frame is scaled, and places the scaled pixels, turned upright, into the
 * picture that the model wants.
 *
 * @param geometry the wanted picture
 * @param orientation how the coded picture lies
 * @param shownWidth width of the upright picture after scaling, in square pixels
 * @param shownHeight height of the upright picture after scaling
 */
record PixelPlacer(
        FrameGeometry geometry, Orientation orientation, int shownWidth, int shownHeight) {

    /** A ribbon of a picture must not ask for gigabytes when its short side is scaled up. */
    private static final int LONGEST_SIDE = 32;

    /**
     * @param aspect width of a coded pixel over its height
     */
    static PixelPlacer of(
            FrameGeometry geometry, Orientation orientation, int width, int height, double aspect) {
        double codedWidth = width * aspect;
        double shownWidth = orientation.transposed() ? height : codedWidth;
        double shownHeight = orientation.transposed() ? codedWidth : height;
        double horizontal = geometry.width() / shownWidth;
        double vertical = geometry.height() / shownHeight;
        switch (geometry.fit()) {
            case CENTER_CROP -> horizontal = vertical = Math.max(horizontal, vertical);
            case LETTERBOX -> horizontal = vertical = Math.min(horizontal, vertical);
            default -> {
                // Squashed: each side has its own scale.
            }
        }
        return new PixelPlacer(
                geometry,
                orientation,
                bounded(shownWidth * horizontal, geometry.width()),
                bounded(shownHeight * vertical, geometry.height()));
    }

    private static int bounded(double size, int wanted) {
        return (int) Math.max(1, Math.min(Math.round(size), (long) wanted * LONGEST_SIDE));
    }

    /** Width to which the coded picture is scaled before it is turned. */
    int scaledWidth() {
        return orientation.transposed() ? shownHeight : shownWidth;
    }

    /** Height to which the coded picture is scaled before it is turned. */
    int scaledHeight() {
        return orientation.transposed() ? shownWidth : shownHeight;
    }

    /**
     * Turns, crops or pads.
     *
     * @param scaled RGB rows of {@code stride} bytes, {@link #scaledWidth()} x {@link
     *     #scaledHeight()} pixels
     * @return width x height x 3 bytes of the geometry; bars are black
     */
    byte[] place(byte[] scaled, int stride) {
        byte[] target = new byte[geometry.width() * geometry.height() * 3];
        if (fillsUpright()) {
            int row = geometry.width() * 3;
            for (int y = 0; y < geometry.height(); y++) {
                System.arraycopy(scaled, y * stride, target, y * row, row);
            }
            return target;
        }
        int left = Math.floorDiv(shownWidth - geometry.width(), 2);
        int top = Math.floorDiv(shownHeight - geometry.height(), 2);
        for (int y = 0; y < geometry.height(); y++) {
            for (int x = 0; x < geometry.width(); x++) {
                copy(scaled, stride, x + left, y + top, target, (y * geometry.width() + x) * 3);
            }
        }
        return target;
    }

    private boolean fillsUpright() {
        return orientation.upright()
                && shownWidth == geometry.width()
                && shownHeight == geometry.height();
    }

    private void copy(byte[] scaled, int stride, int x, int y, byte[] target, int offset) {
        if (x < 0 || y < 0 || x >= shownWidth || y >= shownHeight) {
            return;
        }
        int shownX = orientation.flipHorizontal() ? shownWidth - 1 - x : x;
        int shownY = orientation.flipVertical() ? shownHeight - 1 - y : y;
        int source =
                orientation.transposed()
                        ? shownX * stride + shownY * 3
                        : shownY * stride + shownX * 3;
        target[offset] = scaled[source];
        target[offset + 1] = scaled[source + 1];
        target[offset + 2] = scaled[source + 2];
    }
}
