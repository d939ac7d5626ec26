// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sorts the changes of a truth by what they mean for a detector. */
final class TruthBuilder {

    private final Path video;
    private final List<Integer> cuts = new ArrayList<>();
    private final List<Interval> graduals = new ArrayList<>();
    private final List<Interval> runs = new ArrayList<>();
    private final Map<String, List<Interval>> lures = new TreeMap<>();
    private int frames;

    TruthBuilder(Path video) {
        this.video = video;
    }

    void frames(int count) {
        frames = count;
    }

    void change(String kind, int first, int last) {
        Interval interval = new Interval(first, last);
        switch (kind) {
            case "CUT" -> cuts.add(first);
            case "DISSOLVE", "FADE", "WIPE", "GRADUAL" -> graduals.add(interval);
            case "BLACK" -> runs.add(interval);
            default ->
                    lures.computeIfAbsent(kind.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                            .add(interval);
        }
    }

    Truth build() {
        return new Truth(video, frames, cuts.stream().sorted().toList(), graduals, runs, lures);
    }
}
