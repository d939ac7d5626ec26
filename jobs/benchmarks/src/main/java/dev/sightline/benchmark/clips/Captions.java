// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.clips;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be asked for of a caption. */
public final class Captions {

    private static final Pattern BETWEEN =
            Pattern.compile(
                    "\\s+(?:with|on|in|from|into|at|under|of|across|over|near|by|behind|through|"
                            + "beside|along|to|off|and|while|his|her|their)\\s+|[,;.]\\s*");

    private static final Pattern THING =
            Pattern.compile("(?:a|an|the|two|three|four|several)\\s+\\S+.*");

    private static final int MOST_WORDS = 5;

    private Captions() {}

    /** The things that it names: pieces between prepositions that begin with an article. */
    public static List<String> parts(String caption) {
        return BETWEEN.splitAsStream(caption.toLowerCase(Locale.ROOT).strip())
                .map(String::strip)
                .filter(piece -> THING.matcher(piece).matches())
                .filter(piece -> piece.split("\\s+").length <= MOST_WORDS)
                .distinct()
                .toList();
    }
}
