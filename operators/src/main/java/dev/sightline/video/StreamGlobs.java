// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import java.util.List;

/**
 * To which streams something applies.
 *
 * @param patterns stream ids, or globs of them: {@code *} stands for any characters, slashes too,
 *     {@code ?} for one; none stands for every stream
 */
public record StreamGlobs(List<String> patterns) {

    /** Copies the list. */
    public StreamGlobs {
        patterns = List.copyOf(patterns);
    }

    /** Whether each pattern is the id of one stream, so that it is known how many there are. */
    public boolean nameStreams() {
        return !patterns.isEmpty()
                && patterns.stream()
                        .noneMatch(pattern -> pattern.contains("*") || pattern.contains("?"));
    }

    /** Whether it applies to the stream. */
    public boolean include(String streamId) {
        return patterns.isEmpty()
                || patterns.stream()
                        .anyMatch(
                                pattern -> pattern.equals(streamId) || matches(pattern, streamId));
    }

    /** Goes back to the latest star only, so the cost is bounded by the product of the lengths. */
    private static boolean matches(String pattern, String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length()
                    && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
