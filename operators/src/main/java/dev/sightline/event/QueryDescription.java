// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.util.List;

/** Says in one line what a query looks for. */
final class QueryDescription {

    /** Every event of a match carries it. */
    private static final int LONGEST = 1000;

    private static final double MS_PER_SECOND = 1000;

    private QueryDescription() {}

    static String of(QueryRequest query) {
        String all =
                query.labels().isEmpty()
                        ? sequence(query.steps())
                        : "one of: " + String.join(", ", query.labels());
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
    }

    private static String sequence(List<QueryStep> steps) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            line.append(i == 0 ? "" : ", then ").append(step(steps.get(i)));
            if (i > 0) {
                line.append(" within ").append(seconds(steps.get(i).withinMs())).append(" s");
            }
        }
        return line.toString();
    }

    private static String step(QueryStep step) {
        StringBuilder line = new StringBuilder(positive(step));
        step.and().forEach(text -> line.append(" and ").append(text));
        if (!step.not().isEmpty()) {
            line.append(", not ").append(String.join(" or ", step.not()));
        }
        return line.toString();
    }

    private static String positive(QueryStep step) {
        if (step.image() == null) {
            return step.text() == null ? "" : step.text();
        }
        return step.text() == null ? "a picture" : step.text() + " like a picture";
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0
                ? String.valueOf(millis / 1000)
                : String.valueOf(millis / MS_PER_SECOND);
    }
}
