// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.query.Sought;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The intervals that a question may be answered with. For one search. */
final class WantedIntervals {

    private final TimelineIndex index;
    private final SearchRequest request;
    private final Sought sought;
    private final Candidates candidates;
    private final SceneLookup scenes;

    WantedIntervals(TimelineIndex index, SearchRequest request, Sought sought) {
        this.index = index;
        this.request = request;
        this.sought = sought;
        this.candidates = new Candidates(index);
        this.scenes = new SceneLookup(index);
    }

    /**
     * What was found.
     *
     * @param intervals the best first
     * @param capped whether there may be more, which were not looked at
     */
    record Found(List<FoundInterval> intervals, boolean capped) {}

    /** The peak's cosine of the best of all; empty if there is none. */
    Optional<Double> best() throws IOException {
        return candidates
                .first(
                        sought,
                        request.filter(),
                        hits ->
                                new SceneJoin(sought, scenes, Double.NEGATIVE_INFINITY)
                                        .join(hits).stream().filter(this::isWanted).toList())
                .stream()
                .findFirst()
                .map(interval -> interval.peak().cosine());
    }

    /**
     * Those that are to be shown.
     *
     * @param least cosine of a peak
     */
    Found listed(double least) throws IOException {
        double neighbour = sought.cosine(SceneJoin.SHARE * sought.deviations(least));
        Candidates.Fetched fetched =
                candidates.fetch(sought, request.filter(), Math.min(least, neighbour));
        List<FoundInterval> joined =
                new SceneJoin(sought, scenes, least)
                        .join(fetched.hits()).stream().filter(this::isWanted).toList();
        List<FoundInterval> listed =
                request.fold() ? new Folding(index, !request.perStream()).fold(joined) : joined;
        return new Found(request.perStream() ? bestOfEach(listed) : listed, fetched.capped());
    }

    /** What something is like is known already. */
    private boolean isWanted(FoundInterval interval) {
        return (sought.like() == null || !interval.holds(sought.like()))
                && isOfWantedLength(interval);
    }

    private boolean isOfWantedLength(FoundInterval interval) {
        boolean any = request.minSceneMs() == 0 && request.maxSceneMs() == Long.MAX_VALUE;
        return any
                || interval.scene() != null
                        && interval.scene().durationMs() >= request.minSceneMs()
                        && interval.scene().durationMs() <= request.maxSceneMs();
    }

    private static List<FoundInterval> bestOfEach(List<FoundInterval> ranked) {
        Set<String> streams = new HashSet<>();
        return ranked.stream().filter(each -> streams.add(each.stream().streamId())).toList();
    }
}
