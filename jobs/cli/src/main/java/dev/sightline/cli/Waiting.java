// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option of commands that wait for the job's answer. */
final class Waiting {

    private static final int MOST_NAMED = 5;

    /** The footer of their help. */
    static final String CODES =
            "Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 no job has answered.";

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description =
                    "How long to wait for the job's answer, which comes with its next checkpoint;"
                            + " 0s for not at all (default: ${DEFAULT-VALUE}).")
    private Duration patience;

    Duration patience() {
        return patience;
    }

    /**
     * Says that answers are missing, if they were waited for.
     *
     * @param queries of which there is none
     * @return the exit code
     */
    int unanswered(Set<String> queries) {
        if (patience.isZero() || queries.isEmpty()) {
            return 0;
        }
        System.err.println(
                "sightline: written, but no job has answered within "
                        + patience.toSeconds()
                        + " s about "
                        + named(queries)
                        + "; is one running that follows queries (with --watch, or live"
                        + " streams)? 'sightline queries list' shows what it says later");
        return Sightline.NO_ANSWER;
    }

    private static String named(Set<String> queries) {
        String first = queries.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int others = queries.size() - MOST_NAMED;
        return others > 0 ? first + " and " + others + " more" : first;
    }
}
