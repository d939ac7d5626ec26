// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.match.ArmedQuery;
import dev.sightline.match.StreamMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well what clips show is found on a timeline of them.
 *
 * @param queries arms the texts
 * @param follower follows them
 * @param timeline of the clips
 */
record Findings(Queries queries, Follower follower, Timeline timeline) {

    /** Until the threshold is known to a thousandth. */
    private static final int HALVINGS = 11;

    /**
     * Rows of raw cosines and of ours.
     *
     * @param texts captions or parts of them
     * @param settings budgets, each used for all queries
     */
    List<FoundRow> rows(List<String> texts, List<Double> settings) throws InterruptedException {
        List<boolean[]> truths = texts.stream().map(timeline::truth).toList();
        RawThresholds raw = new RawThresholds(cosines(texts), truths);
        List<FoundRow> rows = new ArrayList<>();
        rows.add(new FoundRow("the best threshold for each (oracle)", raw.oracle(), 0, 0, 0));
        RawThresholds.Choice single = raw.single();
        rows.add(samples("cosine, one threshold for all", raw, single.threshold()));
        for (double budget : settings) {
            FoundRow ours = ours(texts, truths, budget);
            rows.add(ours);
            rows.add(ofRecall(ours.recall(), texts, truths));
        }
        return rows;
    }

    /** The highest raw threshold, through the same intervals, that finds as large a share. */
    private FoundRow ofRecall(double recall, List<String> texts, List<boolean[]> truths)
            throws InterruptedException {
        double low = -1;
        double high = 1;
        FoundRow best = above(low, texts, truths);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            FoundRow row = above(middle, texts, truths);
            if (row.recall() >= recall) {
                low = middle;
                best = row;
            } else {
                high = middle;
            }
        }
        return best;
    }

    private FoundRow above(double threshold, List<String> texts, List<boolean[]> truths)
            throws InterruptedException {
        String name = String.format(Locale.ROOT, "  cosine %.3f, at least that recall", threshold);
        return FoundRow.of(name, followed(queries.above(texts, threshold)), truths);
    }

    private FoundRow ours(List<String> texts, List<boolean[]> truths, double budget)
            throws InterruptedException {
        String name = String.format(Locale.ROOT, "Sightline, %s a day for all", budget);
        return FoundRow.of(name, followed(queries.within(texts, budget)), truths);
    }

    private Followed followed(List<ArmedQuery> armed) throws InterruptedException {
        return follower.follow(armed, timeline, StreamMemory.NONE, 0, timeline.samples().size());
    }

    /** What the samples alone say. */
    private static FoundRow samples(String name, RawThresholds raw, float threshold) {
        List<boolean[]> shown =
                raw.cosines().stream()
                        .map(cosines -> RawThresholds.above(cosines, threshold))
                        .toList();
        return FoundRow.of(name, new Followed(shown, new int[shown.size()]), raw.truths());
    }

    private List<float[]> cosines(List<String> texts) {
        return texts.stream().map(text -> timeline.cosines(queries.term(text).vector())).toList();
    }
}
