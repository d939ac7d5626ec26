// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.util.regex.Pattern;

/** Takes credentials out of texts that leave the process. */
public final class Redaction {

    private static final String MASK = "***";

    /** {@code scheme://user:password@}, greedy to the last @ before a slash or a space. */
    private static final Pattern USER = Pattern.compile("(?<=://)[^/\\s]*@");

    /** Query parameters and assignments whose name speaks of a secret. */
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i)([?&;\\s,]|^)([\\w.-]*(?:token|secret|passw(?:or)?d|pwd|signature|sig|"
                            + "credential|api-?key|auth|session)[\\w.-]*)=[^&\\s,;]*");

    private Redaction() {}

    /** The text with {@code ***} in place of every user, password and token in it. */
    public static String redact(String text) {
        String withoutUser = USER.matcher(text).replaceAll(MASK + "@");
        return SECRET.matcher(withoutUser).replaceAll("$1$2=" + MASK);
    }
}
