// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.match.ArmedQuery;
import dev.sightline.match.StreamMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How well what clips show is found on a timeline of them, and how often what nothing shows is.
 *
 * @param queries arms the texts
 * @param follower follows them
 * @param timeline of the clips
 * @param unseen texts that nothing shows
 * @param clean hours of what no clip shows
 */
record Findings(
        Queries queries,
        Follower follower,
        Timeline timeline,
        List<String> unseen,
        Timeline clean) {

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
        rows.add(FoundRow.oracle(raw.oracle()));
        rows.add(samples("cosine %.3f, sample by sample, best F1", raw, raw.single().threshold()));
        for (double budget : settings) {
            String name = String.format(Locale.ROOT, "Sightline, %s a day for all", budget);
            FoundRow ours = matches(name, truths, each -> queries.within(each, budget), texts);
            rows.add(ours);
            float sampled = raw.ofRecall(ours.recall());
            rows.add(samples("  cosine %.3f, sample by sample", raw, sampled));
            rows.add(ofRecall(ours.recall(), texts, truths));
        }
        return rows;
    }

    /** The highest raw threshold, through the same intervals, that finds as large a share. */
    private FoundRow ofRecall(double recall, List<String> texts, List<boolean[]> truths)
            throws InterruptedException {
        double low = -1;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            List<boolean[]> shown = followed(queries.above(texts, middle), timeline).shown();
            if (FoundRow.recall(shown, truths) >= recall) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double threshold = low;
        String name = String.format(Locale.ROOT, "  cosine %.3f, same intervals", threshold);
        return matches(name, truths, each -> queries.above(each, threshold), texts);
    }

    private FoundRow matches(
            String name,
            List<boolean[]> truths,
            Function<List<String>, List<ArmedQuery>> arming,
            List<String> texts)
            throws InterruptedException {
        Followed found = followed(arming.apply(texts), timeline);
        Followed wrong = followed(arming.apply(unseen), clean);
        return FoundRow.of(name, found, truths, wrong.perHour(clean.samples().size()));
    }

    private Followed followed(List<ArmedQuery> armed, Timeline on) throws InterruptedException {
        return follower.follow(armed, on, StreamMemory.NONE, 0, on.samples().size());
    }

    /** What the samples alone say. */
    private FoundRow samples(String name, RawThresholds raw, float threshold) {
        List<boolean[]> shown =
                raw.cosines().stream()
                        .map(cosines -> RawThresholds.above(cosines, threshold))
                        .toList();
        long runs = 0;
        for (String text : unseen) {
            float[] cosines = clean.cosines(queries.term(text).vector());
            runs += RawThresholds.runs(RawThresholds.above(cosines, threshold));
        }
        double hours = clean.samples().size() / 3600.0 * unseen.size();
        return FoundRow.of(
                String.format(Locale.ROOT, name, threshold),
                new Followed(shown, new int[shown.size()]),
                raw.truths(),
                runs / hours);
    }

    private List<float[]> cosines(List<String> texts) {
        return texts.stream().map(text -> timeline.cosines(queries.term(text).vector())).toList();
    }
}
