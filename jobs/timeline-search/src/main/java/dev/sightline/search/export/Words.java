// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import dev.sightline.backtest.StoredChange;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts that all formats write. */
final class Words {

    /** Line ends of all kinds, and what else no line holds. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Words() {}

    /** The text in one line. */
    static String line(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    /** How a scene began, as the events call it; {@code start} for the first one. */
    static String of(StoredChange.Kind kind) {
        return kind == null ? "start" : kind.name().toLowerCase(Locale.ROOT);
    }
}
