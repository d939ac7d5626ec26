// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import dev.sightline.video.IgnoreRegions.Region;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

/**
 * One of the eight ways in which a picture can lie: turned by quarter turns, mirrored, or both.
 *
 * @param transposed whether rows become columns
 * @param flipHorizontal whether the shown picture is mirrored left to right after that
 * @param flipVertical whether the shown picture is mirrored top to bottom after that
 */
record Orientation(boolean transposed, boolean flipHorizontal, boolean flipVertical) {

    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /** Whether it lies as it is shown. To compare records would load a dozen classes for it. */
    boolean upright() {
        return !transposed && !flipHorizontal && !flipVertical;
    }

    /** Reads the side data "display matrix": nine 32-bit integers, {@code a b u c d v x y w}. */
    static Orientation ofDisplayMatrix(BytePointer data) {
        IntPointer matrix = new IntPointer(data);
        return of(matrix.get(0), matrix.get(1), matrix.get(3), matrix.get(4));
    }

    /**
     * The quarter turn that is nearest to a matrix; source (x, y) is shown at {@code (a x + c y, b
     * x + d y)}.
     */
    static Orientation of(int a, int b, int c, int d) {
        boolean transposed = Math.abs((long) a) < Math.abs((long) b);
        return transposed
                ? new Orientation(true, c < 0, b < 0)
                : new Orientation(false, a < 0, d < 0);
    }

    /** Where a region of the picture as it is shown lies in the picture as it is coded. */
    Region coded(Region shown) {
        double x = flipHorizontal ? 1 - shown.x() - shown.width() : shown.x();
        double y = flipVertical ? 1 - shown.y() - shown.height() : shown.y();
        // Of a region at the edge a rounding error would be left beyond it.
        double left = Math.max(0, x);
        double top = Math.max(0, y);
        return transposed
                ? new Region(top, left, shown.height(), shown.width())
                : new Region(left, top, shown.width(), shown.height());
    }
}
