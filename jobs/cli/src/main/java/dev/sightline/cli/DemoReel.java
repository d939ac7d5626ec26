// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.settings.QueryOptions;
import dev.sightline.job.settings.SettingsParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the demo watches where nothing else is given, and what it looks for in it. */
final class DemoReel {

    /** What the card of the demo reel asks, and what it says is not in it. */
    private static final List<String> QUERIES =
            List.of(
                    "a cat",
                    "a red coffee cup on a saucer",
                    "a man with a camera on a tripod",
                    "a dog running on a beach",
                    "children playing football",
                    "people swimming in a pool");

    private static final String FILE = "testdata/clips/reel.mp4";
    private static final String ALARM_BUDGET = "24";

    private DemoReel() {}

    /** Where it is. */
    static Path file() {
        return Home.folder().resolve(FILE);
    }

    /** Settings to look for what is in it, as far as they do not say what to look for. */
    static List<String> questions(SettingsParser parser, List<String> given) {
        List<String> arguments = new ArrayList<>();
        if (!parser.gives(given, QueryOptions.QUERY)
                && !parser.gives(given, QueryOptions.QUERIES)) {
            QUERIES.forEach(query -> arguments.add("--query=" + query));
        }
        if (!parser.gives(given, QueryOptions.ALARM_BUDGET)) {
            arguments.add("--alarm-budget=" + ALARM_BUDGET);
        }
        return arguments;
    }
}
