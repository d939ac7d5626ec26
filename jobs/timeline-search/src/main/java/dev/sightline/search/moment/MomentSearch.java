// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.clip.ModelException;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.query.InvalidSearch;
import dev.sightline.search.query.SearchModels;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.query.Sought;
import dev.sightline.search.query.SoughtVectors;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds moments. They are ranked by the cosine of their peaks: of 31 known moments in nine clips
 * that put 16 first, evidence 17, and the mean of three samples 17 or 18, which is no difference
 * that so few could show; the mean of eight put 14 first. Thread-safe.
 */
public final class MomentSearch {

    /** Of the best's distance from what unrelated pictures have. */
    private static final double LISTED_SHARE = 2.0 / 3;

    private final TimelineIndex index;
    private final SoughtVectors vectors;
    private final Candidates candidates;
    private final UnrelatedSentences unrelated;
    private final CurveReader curves;

    /**
     * @param index what is searched; stays with the caller
     * @param models what is asked with; stay with the caller
     */
    public MomentSearch(TimelineIndex index, SearchModels models) {
        this.index = index;
        this.vectors = new SoughtVectors(index, models);
        this.candidates = new Candidates(index);
        this.unrelated = new UnrelatedSentences(index);
        this.curves = new CurveReader(index);
    }

    /**
     * Answers a question.
     *
     * @throws InvalidSearch if it cannot be answered as it is
     * @throws ModelException if the model's bundle cannot be used
     * @throws IOException if the index cannot be read
     */
    public SearchAnswer search(SearchRequest request) throws IOException {
        Sought sought = vectors.of(request);
        SampleFilter filter = request.filter();
        long searched = index.count(sought.model().digest(), filter);
        List<ScoredSample> best =
                index.nearest(sought.model().digest(), sought.vector(), filter, 1);
        if (best.isEmpty()) {
            return nothing(sought, searched, EmptyAnswer.noSamples(sought.model()));
        }
        double level = unrelated.level(sought.model(), filter, searched);
        List<FoundInterval> found = found(request, sought, listed(sought, best.get(0), level));
        Optional<String> empty = EmptyAnswer.why(sought, found, level);
        return empty.isPresent()
                ? nothing(sought, searched, empty.get())
                : page(request, sought, found, searched);
    }

    /**
     * The least cosine of a peak that is listed: what stands out on a usual picture, or, where the
     * best is weaker, what is nearly as good.
     */
    private static double listed(Sought sought, ScoredSample best, double level) {
        double usual = sought.deviations(sought.model().calibration().cosine(sought.term(), level));
        double reached = sought.deviations(best.cosine());
        return sought.cosine(Math.min(Math.min(usual, reached), LISTED_SHARE * reached));
    }

    private List<FoundInterval> found(SearchRequest request, Sought sought, double least)
            throws IOException {
        double neighbour = sought.cosine(SceneJoin.SHARE * sought.deviations(least));
        List<ScoredSample> hits =
                candidates.fetch(sought, request.filter(), Math.min(least, neighbour));
        List<FoundInterval> joined =
                new SceneJoin(sought, new SceneLookup(index), least)
                        .join(hits).stream().filter(wanted(request, sought)).toList();
        List<FoundInterval> listed =
                request.fold() ? new Folding(index, !request.perStream()).fold(joined) : joined;
        return request.perStream() ? bestOfEach(listed) : listed;
    }

    /** What something is like is known already. */
    private static Predicate<FoundInterval> wanted(SearchRequest request, Sought sought) {
        boolean any = request.minSceneMs() == 0 && request.maxSceneMs() == Long.MAX_VALUE;
        return interval ->
                (sought.like() == null || !interval.holds(sought.like()))
                        && (any
                                || interval.scene() != null
                                        && interval.scene().durationMs() >= request.minSceneMs()
                                        && interval.scene().durationMs() <= request.maxSceneMs());
    }

    private static List<FoundInterval> bestOfEach(List<FoundInterval> ranked) {
        Set<String> streams = new HashSet<>();
        return ranked.stream().filter(each -> streams.add(each.stream().streamId())).toList();
    }

    private static SearchAnswer nothing(Sought sought, long searched, String message) {
        return new SearchAnswer(sought.model().digest(), List.of(), 0, searched, false, message);
    }

    private static SearchAnswer page(
            SearchRequest request, Sought sought, List<FoundInterval> found, long searched) {
        List<Moment> moments =
                found.stream()
                        .skip((long) (request.page() - 1) * request.pageSize())
                        .limit(request.pageSize())
                        .map(each -> each.moment(score(sought, each)))
                        .toList();
        return new SearchAnswer(
                sought.model().digest(), moments, found.size(), searched, true, null);
    }

    private static double score(Sought sought, FoundInterval interval) {
        return sought.score(interval.vector(), interval.peak().cosine());
    }

    /**
     * What a question makes of an epoch of a stream, whatever the question's filter says.
     *
     * @return without points if the index has no such samples
     * @throws InvalidSearch if the question cannot be answered as it is
     * @throws ModelException if the model's bundle cannot be used
     * @throws IOException if the index cannot be read
     */
    public ScoreCurve curve(SearchRequest request, String streamId, long epoch) throws IOException {
        return curves.read(vectors.of(request), streamId, epoch);
    }
}
