// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well a way of deciding finds what is shown: means over the queries.
 *
 * @param name of the way
 * @param macroF1 mean F1 in samples
 * @param precision mean precision
 * @param recall mean recall
 * @param falsePerHour matches that show nothing of the kind, a query and hour
 * @param unseenPerHour the same of queries that nothing shows, on clean hours
 */
record FoundRow(
        String name,
        double macroF1,
        double precision,
        double recall,
        double falsePerHour,
        double unseenPerHour) {

    /** Of the best threshold for each query only F1 is known. */
    static FoundRow oracle(double macroF1) {
        return new FoundRow(
                "the best threshold for each (oracle)",
                macroF1,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    static FoundRow of(
            String name, Followed followed, List<boolean[]> truths, double unseenPerHour) {
        List<F1> each =
                IntStream.range(0, truths.size())
                        .mapToObj(i -> F1.of(followed.shown().get(i), truths.get(i)))
                        .toList();
        double hours = truths.get(0).length / 3600.0;
        double wrong = IntStream.of(followed.wrong(truths)).average().orElse(0);
        return new FoundRow(
                name,
                mean(each, F1::f1),
                mean(each, F1::precision),
                mean(each, F1::recall),
                wrong / hours,
                unseenPerHour);
    }

    /** Mean share of what is shown that was found. */
    static double recall(List<boolean[]> shown, List<boolean[]> truths) {
        return IntStream.range(0, truths.size())
                .mapToDouble(i -> F1.of(shown.get(i), truths.get(i)).recall())
                .average()
                .orElse(0);
    }

    private static double mean(List<F1> each, ToDoubleFunction<F1> figure) {
        return each.stream().mapToDouble(figure).average().orElse(0);
    }
}
