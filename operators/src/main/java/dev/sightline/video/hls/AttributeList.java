// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The attributes of a tag (RFC 8216, section 4.2): {@code NAME=VALUE,NAME="TEXT"}. */
final class AttributeList {

    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "\\s*([A-Z0-9-]{1,64})\\s*=\\s*(?:\"([^\"]*+)\"|([^\",]*+))\\s*(?:,|$)");

    private static final Pattern RESOLUTION = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

    private final Map<String, String> values = new HashMap<>();

    /** Reads what follows the colon of a tag; leaves out what has no form. */
    AttributeList(String text) {
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.lookingAt()) {
            String quoted = attribute.group(2);
            values.put(attribute.group(1), quoted == null ? attribute.group(3).strip() : quoted);
            attribute.region(attribute.end(), text.length());
        }
    }

    /** A value without its quotes; empty if it is absent. */
    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** A whole number; 0 if it is absent or none. */
    long number(String name) {
        String text = text(name);
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** Width and height in pixels; zeros if they are absent. */
    int[] resolution() {
        Matcher size = RESOLUTION.matcher(text("RESOLUTION"));
        return size.matches()
                ? new int[] {Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))}
                : new int[2];
    }
}
