// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What happens in a video, in frame numbers from 0 in the order of presentation.
 *
 * @param video the file
 * @param frames how many it has; 0 where the truth does not say
 * @param cuts first frames of new shots
 * @param graduals dissolves, fades and wipes
 * @param runs black and title cards
 * @param lures what looks like a change and is none, by its name: {@code flash}, {@code whip_pan}
 */
record Truth(
        Path video,
        int frames,
        List<Integer> cuts,
        List<Interval> graduals,
        List<Interval> runs,
        Map<String, List<Interval>> lures) {

    Truth {
        cuts = List.copyOf(cuts);
        graduals = List.copyOf(graduals);
        runs = List.copyOf(runs);
        lures = Map.copyOf(lures);
    }
}
