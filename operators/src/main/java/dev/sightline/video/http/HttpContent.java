// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.http;

import dev.sightline.video.access.HttpAnswer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says of a file's present state: which tells it from another state under the same
 * address.
 *
 * @param size in bytes; -1 if not known
 * @param entityTag its entity tag (RFC 9110, section 8.8.3); empty for none
 * @param lastModified as the server writes it; empty for none
 * @param ranged whether parts of it can be had
 */
public record HttpContent(long size, String entityTag, String lastModified, boolean ranged) {

    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private static final int PARTIAL = 206;

    /** What an answer says. */
    static HttpContent of(HttpAnswer answer) {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range"));
        boolean part = answer.status() == PARTIAL && range.matches();
        long size = part ? total(range) : answer.length();
        return new HttpContent(size, answer.header("ETag"), answer.header("Last-Modified"), part);
    }

    private static long total(Matcher range) {
        return range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
    }

    /** The first byte of an answer's body; 0 if it is the whole file. */
    static long firstByte(HttpAnswer answer) {
        Matcher range = CONTENT_RANGE.matcher(answer.header("Content-Range"));
        return answer.status() == PARTIAL && range.matches() ? Long.parseLong(range.group(1)) : 0;
    }

    /** Whether another answer can be of the same state. */
    boolean mayBe(HttpContent other) {
        return (size < 0 || other.size < 0 || size == other.size)
                && (entityTag.isEmpty()
                        || other.entityTag.isEmpty()
                        || entityTag.equals(other.entityTag))
                && lastModified.equals(other.lastModified);
    }

    /** A text that changes with the state, as far as the server tells. */
    public String fingerprint() {
        return size + "-" + (entityTag.isEmpty() ? lastModified : entityTag);
    }
}
