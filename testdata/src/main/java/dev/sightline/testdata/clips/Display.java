// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.clips;

/**
 * How coded pictures are to be shown.
 *
 * @param rotation degrees clockwise by which a viewer turns the coded picture: 0, 90, 180 or 270
 * @param sampleAspect width of a coded pixel over its height
 * @param interlaced whether a frame is coded as two fields
 * @param colours how RGB was turned into the coded planes, and what the stream says of it
 */
public record Display(int rotation, Rational sampleAspect, boolean interlaced, Colours colours) {

    /** Upright, square pixels, the colours of standard definition. */
    public static final Display PLAIN = new Display(0, Rational.ONE, false, Colours.BT601_LIMITED);

    /** Colour matrix and range. */
    public enum Colours {
        /** BT.601 with luma 16 to 235. */
        BT601_LIMITED,
        /** BT.709 with luma 16 to 235. */
        BT709_LIMITED,
        /** BT.709 with luma 0 to 255. */
        BT709_FULL
    }

    /** Refuses a rotation that is no quarter turn. */
    public Display {
        if (rotation < 0 || rotation > 270 || rotation % 90 != 0) {
            throw new IllegalArgumentException("rotation " + rotation);
        }
    }

    /** The same, turned. */
    public Display rotated(int degrees) {
        return new Display(degrees, sampleAspect, interlaced, colours);
    }

    /** The same with pixels of another shape. */
    public Display withSampleAspect(int width, int height) {
        return new Display(rotation, new Rational(width, height), interlaced, colours);
    }

    /** The same with two fields to a frame. */
    public Display inFields() {
        return new Display(rotation, sampleAspect, true, colours);
    }

    /** The same with other colours. */
    public Display with(Colours others) {
        return new Display(rotation, sampleAspect, interlaced, others);
    }
}
