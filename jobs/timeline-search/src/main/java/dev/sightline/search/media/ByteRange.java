// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file a request gets, by RFC 9110, section 14. One range is served; a request for
 * several, or one that is no range, gets the whole file, as the RFC allows.
 *
 * @param status 200 for the whole, 206 for a part, 416 if there is nothing where it asks
 * @param first offset of the first byte
 * @param length how many bytes; 0 with 416
 * @param size of the file in bytes
 */
public record ByteRange(int status, long first, long length, long size) {

    private static final int WHOLE = 200;
    private static final int PART = 206;
    private static final int NOTHING_THERE = 416;

    private static final Pattern SINGLE =
            Pattern.compile(
                    "\\s*bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Decides.
     *
     * @param range the header {@code Range}, or null
     * @param ifRange the header {@code If-Range}, or null
     * @param entityTag of the file as it is now
     * @param size of the file in bytes
     */
    public static ByteRange of(String range, String ifRange, String entityTag, long size) {
        boolean changed = ifRange != null && !ifRange.trim().equals(entityTag);
        Matcher single = range == null || changed ? null : SINGLE.matcher(range);
        ByteRange whole = new ByteRange(WHOLE, 0, size, size);
        if (single == null || !single.matches()) {
            return whole;
        }
        String first = single.group(1);
        String last = single.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? whole : suffix(number(last), size);
        }
        long from = number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        if (to < from) {
            return whole;
        }
        return from >= size ? nothing(size) : part(from, Math.min(to, size - 1), size);
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0
                ? nothing(size)
                : part(Math.max(0, size - length), size - 1, size);
    }

    private static ByteRange part(long first, long last, long size) {
        return new ByteRange(PART, first, last - first + 1, size);
    }

    private static ByteRange nothing(long size) {
        return new ByteRange(NOTHING_THERE, 0, 0, size);
    }

    /** Numbers too long to be held are far behind the end of every file. */
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    /** The header {@code Content-Range}; null for the whole, which has none. */
    public String contentRange() {
        if (status == WHOLE) {
            return null;
        }
        return status == PART
                ? "bytes " + first + "-" + (first + length - 1) + "/" + size
                : "bytes */" + size;
    }
}
