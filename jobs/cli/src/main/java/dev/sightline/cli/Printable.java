// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.util.regex.Pattern;

/** Makes texts of others safe to print. */
final class Printable {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private Printable() {}

    /** The text on one line, without characters that would steer a terminal. */
    static String of(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }
}
