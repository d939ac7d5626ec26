// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.clip.ModelException;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.moment.WantedIntervals.Found;
import dev.sightline.search.query.InvalidSearch;
import dev.sightline.search.query.SearchModels;
import dev.sightline.search.query.SearchRequest;
import dev.sightline.search.query.Sought;
import dev.sightline.search.query.SoughtVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Finds moments. They are ranked by the cosine of their peaks: of 31 known moments in nine clips
 * that put 16 first, evidence 17, and the mean of three samples 17 or 18, which is no difference
 * that so few could show; the mean of eight put 14 first. Thread-safe.
 */
public final class MomentSearch {

    /** Of the best's distance from what unrelated pictures have. */
    private static final double LISTED_SHARE = 2.0 / 3;

    /** What is so many spreads behind a best that does not stand out is hardly worse. */
    private static final double NEAR_DEVIATIONS = 1;

    private final TimelineIndex index;
    private final SoughtVectors vectors;
    private final KeptLevels levels;
    private final CurveReader curves;

    /**
     * @param index what is searched; stays with the caller
     * @param models what is asked with; stay with the caller
     */
    public MomentSearch(TimelineIndex index, SearchModels models) {
        this.index = index;
        this.vectors = new SoughtVectors(index, models);
        this.levels = new KeptLevels(new UnrelatedSentences(index), background());
        this.curves = new CurveReader(index);
    }

    /** One thread, which ends when there is nothing to do. */
    private static Executor background() {
        return new ThreadPoolExecutor(
                0,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "unrelated-sentences");
                    thread.setDaemon(true);
                    return thread;
                });
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
        long searched = index.count(sought.model().digest(), request.filter());
        if (searched == 0) {
            String why = EmptyAnswer.noSamples(sought.model(), unknown(request.filter()));
            return nothing(sought, searched, false, why);
        }
        WantedIntervals wanted = new WantedIntervals(index, request, sought);
        Optional<Double> best = wanted.best();
        if (best.isEmpty()) {
            boolean capped = searched > Candidates.MOST;
            return nothing(sought, searched, capped, EmptyAnswer.NOTHING_LEFT);
        }
        double level = levels.level(sought.model(), request.filter(), searched);
        Found found = wanted.listed(listed(sought, best.get(), level));
        Optional<String> weak = EmptyAnswer.why(sought, found.intervals(), level);
        if (weak.isPresent() && !request.anyway()) {
            return nothing(sought, searched, found.capped(), weak.get());
        }
        Found shown = weak.isEmpty() ? found : wanted.listed(near(sought, best.get()));
        return page(request, sought, shown, searched, weak.orElse(null));
    }

    private List<String> unknown(SampleFilter filter) throws IOException {
        List<String> unknown = new ArrayList<>();
        for (String stream : new TreeSet<>(filter.streams())) {
            if (index.stream(stream).isEmpty()) {
                unknown.add(stream);
            }
        }
        return unknown;
    }

    /**
     * The least cosine of a peak that is listed: what stands out on a usual picture, or, where the
     * best is weaker, what is nearly as good.
     */
    private static double listed(Sought sought, double best, double level) {
        double usual = sought.deviations(sought.model().calibration().cosine(sought.term(), level));
        double reached = sought.deviations(best);
        return Math.min(best, sought.cosine(Math.min(usual, LISTED_SHARE * reached)));
    }

    /** The same where nothing stands out. */
    private static double near(Sought sought, double best) {
        return sought.cosine(sought.deviations(best) - NEAR_DEVIATIONS);
    }

    private static SearchAnswer nothing(
            Sought sought, long searched, boolean capped, String message) {
        return new SearchAnswer(
                sought.model().digest(), List.of(), 0, searched, capped, false, message);
    }

    /**
     * @param weak why nothing stands out, or null if something does
     */
    private static SearchAnswer page(
            SearchRequest request, Sought sought, Found found, long searched, String weak) {
        List<Moment> moments =
                found.intervals().stream()
                        .skip((long) (request.page() - 1) * request.pageSize())
                        .limit(request.pageSize())
                        .map(each -> each.moment(score(sought, each)))
                        .toList();
        return new SearchAnswer(
                sought.model().digest(),
                moments,
                found.intervals().size(),
                searched,
                found.capped(),
                weak == null,
                weak);
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
