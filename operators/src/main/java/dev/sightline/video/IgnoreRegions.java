// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.io.Serializable;
import java.util.List;

/**
 * Parts of a stream's picture that say nothing of what it shows: burnt-in clocks, names, masks.
 *
 * @param regions the parts; none for a picture that counts as a whole
 */
public record IgnoreRegions(List<Region> regions) implements Serializable {

    /** Nothing is left out. */
    public static final IgnoreRegions NONE = new IgnoreRegions(List.of());

    /** Most regions of a stream: each costs time with each frame. */
    public static final int MOST = 32;

    /** Sums of fractions written in decimal may pass 1 by a rounding error. */
    private static final double ROUNDING = 1e-9;

    /**
     * A rectangle, in fractions of the upright picture as it is shown.
     *
     * @param x its left edge, 0 to 1 from the left
     * @param y its upper edge, 0 to 1 from above
     * @param width greater than 0; {@code x + width} is at most 1
     * @param height greater than 0; {@code y + height} is at most 1
     */
    public record Region(double x, double y, double width, double height) implements Serializable {

        /** Refuses what is empty, or not within the picture, and NaN. */
        public Region {
            if (!within(x, width) || !within(y, height)) {
                throw new IllegalArgumentException(
                        "a region is [x, y, width, height] in fractions of the picture, within it"
                                + " and not empty");
            }
        }

        private static boolean within(double from, double length) {
            return from >= 0 && length > 0 && from + length <= 1 + ROUNDING;
        }
    }

    /** Copies the list; refuses more than {@link #MOST}. */
    public IgnoreRegions {
        regions = List.copyOf(regions);
        if (regions.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " regions");
        }
    }

    /** One region. */
    public static IgnoreRegions of(double x, double y, double width, double height) {
        return new IgnoreRegions(List.of(new Region(x, y, width, height)));
    }

    /** Whether the picture counts as a whole. */
    public boolean isEmpty() {
        return regions.isEmpty();
    }
}
