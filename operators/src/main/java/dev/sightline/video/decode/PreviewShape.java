// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

/**
 * How large a preview is, and where its pixels come from.
 *
 * @param orientation how the coded picture lies
 * @param width of the upright preview, in square pixels
 * @param height of the upright preview
 */
record PreviewShape(Orientation orientation, int width, int height) {

    /**
     * A preview of a frame; a small frame is not enlarged.
     *
     * @param longSide longest side of a preview in pixels
     * @param codedWidth width of the frame as it is coded
     * @param codedHeight height of the frame as it is coded
     * @param aspect width of a coded pixel over its height
     */
    static PreviewShape of(
            int longSide, Orientation orientation, int codedWidth, int codedHeight, double aspect) {
        // A narrow pixel makes the picture higher and not narrower: no line of it gets lost.
        double squareWidth = codedWidth * Math.max(1, aspect);
        double squareHeight = codedHeight / Math.min(1, aspect);
        double scale = Math.min(1, longSide / Math.max(squareWidth, squareHeight));
        int width = (int) Math.max(1, Math.round(squareWidth * scale));
        int height = (int) Math.max(1, Math.round(squareHeight * scale));
        return orientation.transposed()
                ? new PreviewShape(orientation, height, width)
                : new PreviewShape(orientation, width, height);
    }

    /** Width to which the coded picture is scaled before it is turned. */
    int scaledWidth() {
        return orientation.transposed() ? height : width;
    }

    /** Height to which the coded picture is scaled before it is turned. */
    int scaledHeight() {
        return orientation.transposed() ? width : height;
    }

    /** Whether the scaled picture is upright as it is. */
    boolean upright() {
        return orientation.upright();
    }

    /**
     * Turns one plane of the scaled picture upright.
     *
     * @param scaled rows of {@code stride} bytes
     * @param planeWidth width of the upright plane; half the preview's for chroma
     * @param planeHeight height of the upright plane
     * @param targetStride bytes from row to row of the result
     * @return {@code targetStride * planeHeight} bytes
     */
    byte[] turn(byte[] scaled, int stride, int planeWidth, int planeHeight, int targetStride) {
        byte[] target = new byte[targetStride * planeHeight];
        for (int y = 0; y < planeHeight; y++) {
            int shownY = orientation.flipVertical() ? planeHeight - 1 - y : y;
            for (int x = 0; x < planeWidth; x++) {
                int shownX = orientation.flipHorizontal() ? planeWidth - 1 - x : x;
                target[y * targetStride + x] =
                        orientation.transposed()
                                ? scaled[shownX * stride + shownY]
                                : scaled[shownY * stride + shownX];
            }
        }
        return target;
    }
}
