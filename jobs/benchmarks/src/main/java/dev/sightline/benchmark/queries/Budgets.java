// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.match.ArmedQuery;
import dev.sightline.match.StreamMemory;
import java.util.ArrayList;
import java.util.List;

/**
 * How many false alarms a budget gives: queries that nothing shows on hours of a timeline, without
 * anything known of the stream, and with what the hours before have taught.
 *
 * @param queries arms them
 * @param follower follows them
 * @param texts that nothing shows
 */
record Budgets(Queries queries, Follower follower, List<String> texts) {

    private static final double DAY_SECONDS = 86_400;

    List<BudgetRow> rows(String hours, Timeline timeline, List<Double> budgets)
            throws InterruptedException {
        int half = timeline.samples().size() / 2;
        StreamMemory warm = follower.watched(timeline, half);
        List<BudgetRow> rows = new ArrayList<>();
        for (double budget : budgets) {
            List<ArmedQuery> armed = queries.within(texts, budget);
            rows.add(row(hours, "new", budget, armed, timeline, StreamMemory.NONE, 0, half));
            rows.add(row(hours, "known", budget, armed, timeline, warm, half, 2 * half));
        }
        return rows;
    }

    private BudgetRow row(
            String hours,
            String known,
            double budget,
            List<ArmedQuery> armed,
            Timeline timeline,
            StreamMemory memory,
            int from,
            int to)
            throws InterruptedException {
        Followed followed = follower.follow(armed, timeline, memory, from, to);
        double days = (to - from) / DAY_SECONDS;
        return new BudgetRow(hours, known, budget, Rate.of(followed.opened(), days));
    }
}
