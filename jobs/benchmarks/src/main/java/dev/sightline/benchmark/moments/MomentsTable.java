// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results for people. */
final class MomentsTable {

    private static final String COLUMNS = "  %5s %5s %7s %7s";
    private static final String FIGURES = "  %5.2f %5.2f %7.2f %7.2f";

    private MomentsTable() {}

    /**
     * A line for all questions and one for each video.
     *
     * @param what the questions are
     * @param asked at least one
     * @param videos paths of those in which some of them show
     */
    static List<String> lines(String what, List<Asked> asked, List<String> videos) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-28s %9s %6s  %-27s  %s",
                        "moments of " + what,
                        "",
                        "",
                        "as shown to users",
                        "and what does not stand out"));
        lines.add(
                String.format("%-28s %9s %6s", "video", "questions", "empty")
                        + columns().repeat(2));
        lines.add(line("all", asked));
        for (String video : videos) {
            List<Asked> own =
                    asked.stream().filter(each -> each.question().isShownIn(video)).toList();
            if (!own.isEmpty()) {
                lines.add(line(Path.of(video).getFileName().toString(), own));
            }
        }
        return lines;
    }

    private static String columns() {
        return String.format(COLUMNS, "R@1", "R@5", "video@1", "video@5");
    }

    private static String line(String name, List<Asked> asked) {
        long empty = asked.stream().filter(each -> !each.standsOut()).count();
        return String.format(Locale.ROOT, "%-28s %9d %6d", name, asked.size(), empty)
                + figures(Recall.of(asked.stream().map(Asked::gated).toList()))
                + figures(Recall.of(asked));
    }

    private static String figures(Recall recall) {
        return String.format(
                Locale.ROOT,
                FIGURES,
                recall.first(),
                recall.firstFive(),
                recall.firstVideo(),
                recall.firstFiveVideo());
    }
}
