// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.util.Map;
import java.util.TreeMap;

/**
 * How well a program did.
 *
 * @param exact tolerance none
 * @param oneFrame tolerance one frame
 * @param halfSecond tolerance half a second
 * @param lured wrong cuts (at one frame) at what looks like a change and is none, by its name
 * @param graduals dissolves, fades and wipes there are
 * @param gradualsSeen those with a cut or a gradual change found in them
 * @param gradualsNamed those with a gradual change found in them
 * @param gradualsWrong gradual changes found where there is no change at all
 */
record Score(
        Counts exact,
        Counts oneFrame,
        Counts halfSecond,
        Map<String, Integer> lured,
        int graduals,
        int gradualsSeen,
        int gradualsNamed,
        int gradualsWrong) {

    static final Score NONE =
            new Score(Counts.NONE, Counts.NONE, Counts.NONE, Map.of(), 0, 0, 0, 0);

    Score {
        lured = Map.copyOf(lured);
    }

    Score plus(Score other) {
        Map<String, Integer> sum = new TreeMap<>(lured);
        other.lured.forEach((name, count) -> sum.merge(name, count, Integer::sum));
        return new Score(
                exact.plus(other.exact),
                oneFrame.plus(other.oneFrame),
                halfSecond.plus(other.halfSecond),
                sum,
                graduals + other.graduals,
                gradualsSeen + other.gradualsSeen,
                gradualsNamed + other.gradualsNamed,
                gradualsWrong + other.gradualsWrong);
    }

    /** Wrong cuts at one kind of lure. */
    int lured(String name) {
        return lured.getOrDefault(name, 0);
    }
}
