// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import dev.sightline.benchmark.process.Spread;
import java.util.ArrayList;
import java.util.List;

/**
 * What a program found in one video.
 *
 * @param cuts first frames of new shots
 * @param graduals gradual changes, where the program tells them from cuts
 * @param cpuSeconds what the program took for this video, as it says itself
 * @param failure why it failed; null if it did not
 */
record Findings(List<Place> cuts, List<Span> graduals, double cpuSeconds, String failure) {

    /** From one place to another. */
    record Span(Place from, Place to) {}

    Findings {
        cuts = List.copyOf(cuts);
        graduals = List.copyOf(graduals);
    }

    /**
     * Those of several rounds: as found in the last one, at the median cost of those that did not
     * fail. One that failed makes it a failure.
     *
     * @param rounds at least one
     */
    static Findings ofRounds(List<Findings> rounds) {
        Findings last = rounds.get(rounds.size() - 1);
        List<Double> costs = new ArrayList<>();
        String failure = null;
        for (Findings round : rounds) {
            if (round.failure() == null) {
                costs.add(round.cpuSeconds());
            } else {
                failure = round.failure();
            }
        }
        double cost = costs.isEmpty() ? 0 : Spread.of(costs).median();
        return new Findings(last.cuts(), last.graduals(), cost, failure);
    }

    static Findings failed(String why) {
        return new Findings(List.of(), List.of(), 0, why);
    }
}
