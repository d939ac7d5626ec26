// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.http;

/**
 * A part of a resource.
 *
 * @param from its first byte; not negative
 * @param to the byte behind its last one; {@link #END} for all that follows
 */
public record ByteRange(long from, long to) {

    /** Behind the last byte, wherever that is. */
    public static final long END = Long.MAX_VALUE;

    /** All of a resource. */
    public static final ByteRange WHOLE = new ByteRange(0, END);

    /** Refuses ranges of nothing. */
    public ByteRange {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no range of bytes: " + from + " to " + to);
        }
    }

    /** The value of HTTP's Range header (RFC 9110, section 14.2), from a byte on. */
    String headerFrom(long position) {
        return "bytes=" + position + "-" + (to == END ? "" : to - 1);
    }
}
