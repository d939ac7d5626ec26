// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.List;
import java.util.stream.Stream;

/**
 * A run of samples each of which shows the query well enough to go on with a match, but which have
 * not opened one yet.
 *
 * @param interval the run
 * @param latest support of its latest samples, oldest first: as many as have to be strong on
 *     average, at most
 */
public record MatchCandidate(MatchInterval interval, List<Double> latest) {

    /** Takes the list as it is. */
    public MatchCandidate {
        latest = List.copyOf(latest);
    }

    static MatchCandidate from(Observation first) {
        return new MatchCandidate(MatchInterval.from(first), List.of(first.support()));
    }

    /**
     * With one more sample.
     *
     * @param kept of how many samples the support is remembered; 1 or more
     */
    MatchCandidate extendedTo(Observation sample, int kept) {
        List<Double> all = Stream.concat(latest.stream(), Stream.of(sample.support())).toList();
        return new MatchCandidate(
                interval.extendedTo(sample),
                all.subList(Math.max(0, all.size() - kept), all.size()));
    }

    /** How strong its latest samples are on average. */
    double strength() {
        return latest.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
