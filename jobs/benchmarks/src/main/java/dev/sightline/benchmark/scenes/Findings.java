// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

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

    static Findings failed(String why) {
        return new Findings(List.of(), List.of(), 0, why);
    }
}
