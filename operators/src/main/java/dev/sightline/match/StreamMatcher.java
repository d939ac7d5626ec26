// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.event.QueryRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Follows all standing queries on one stream. Not for several threads. In memory for each query it
 * has only what is going on; of the others nothing.
 *
 * <p>The job, the back-test and the evaluation all use this.
 */
public final class StreamMatcher {

    /** Term ids that a sample is remembered to show, at most. */
    private static final int MOST_SHOWN = 256;

    private final StreamCalibration calibration;
    private final QueryScorer scorer;
    private final long intervalMs;
    private final MatchListener listener;
    private final Map<String, QueryProgress> going = new LinkedHashMap<>();
    private final long model;
    private boolean ofAnotherModel;
    private RecentVectors recent;
    private PastMatches past;
    private long samples;
    private StreamQueries queries;
    private Predicate<PastMatch> calledWrong = match -> false;

    /**
     * @param model calibration of the model that the vectors are from
     * @param logitScale factor of the cosine in the model's training, for labels
     * @param interval distance of samples
     * @param memory what is known of the stream; of another model only what is open, to be closed
     * @param listener hears of matches
     */
    public StreamMatcher(
            ModelCalibration model,
            double logitScale,
            Duration interval,
            StreamMemory memory,
            MatchListener listener) {
        this.model = model.id();
        this.ofAnotherModel = memory.model() != 0 && memory.model() != this.model;
        StreamMemory known = ofAnotherModel ? memory.withAnother(this.model) : memory;
        this.calibration = new StreamCalibration(model, interval, known.background());
        this.intervalMs = interval.toMillis();
        this.scorer = new QueryScorer(calibration, logitScale, intervalMs);
        this.listener = listener;
        this.recent = known.recent();
        this.past = known.past();
        this.samples = known.samples();
        scorer.know(past);
        known.going().forEach(next -> going.put(next.query().request().id(), next));
    }

    /** What has to be kept. */
    public StreamMemory memory() {
        return new StreamMemory(
                model, recent, samples, calibration.learnt(), past, List.copyOf(going.values()));
    }

    /**
     * Heeds which matches are false alarms: of their query the same may be expected again, so that
     * it asks for more as long as its budget has no room for it.
     *
     * @param which of the latest matches, and of those to come; another one than before only if
     *     anything has changed
     */
    void heed(Predicate<PastMatch> which) {
        if (which != calledWrong) {
            calledWrong = which;
            past = past.judged(which);
            scorer.know(past);
        }
    }

    /**
     * Compares a sample with the queries, and learns from it.
     *
     * @param active queries in force
     * @throws IllegalArgumentException if the sample is not behind the previous one
     */
    public void observe(MatchSample sample, ActiveQueries active) throws InterruptedException {
        if (queries == null || !queries.isOf(active)) {
            queries = new StreamQueries(active, sample.stream().streamId());
        }
        if (ofAnotherModel) {
            ofAnotherModel = false;
            end(CloseReason.DISCONTINUITY);
        }
        recent = recent.with(sample.k(), sample.vector());
        samples++;
        float[] mean = recent.mean(sample.sceneStart());
        Reading own = calibration.read(sample.vector());
        Reading scene = calibration.read(mean);
        SampleScores ownScores = queries.scores(sample.vector(), own, calibration);
        SampleScores sceneScores = queries.scores(mean, scene, calibration);
        for (int i = 0; i < queries.count(); i++) {
            follow(sample, i, ownScores, sceneScores);
        }
        calibration.learn(sample.vector(), own, scene, shown(sample.k()));
    }

    private void follow(MatchSample sample, int index, SampleScores own, SampleScores scene)
            throws InterruptedException {
        ArmedQuery query = queries.query(index);
        int row = queries.firstRow(index);
        String id = query.request().id();
        QueryProgress before = going.get(id);
        if (before != null && !before.query().request().equals(query.request())) {
            // A job that goes on from a savepoint may have another query under the same id.
            finish(before, CloseReason.QUERY_REMOVED);
            going.remove(id);
            before = null;
        }
        QueryEvidence evidence = scorer.evidence(query, row, own, scene, samples);
        if (before == null && !evidence.begins()) {
            return;
        }
        QueryProgress known =
                before == null ? QueryProgress.initial(sample.stream(), query) : before;
        QueryProgress now =
                follower(query)
                        .observe(
                                known,
                                scorer.observations(sample, query, row, own, evidence),
                                evidence.thresholds(),
                                sample.preview());
        if (now.idle(sample.time().mediaMs())) {
            going.remove(id);
        } else {
            going.put(id, now);
        }
    }

    /** Ids of terms of steps that the sample shows, as far as their queries know; rising. */
    private long[] shown(long k) {
        TreeSet<Long> shown = new TreeSet<>();
        for (QueryProgress each : going.values()) {
            for (int i = 0; i < each.query().steps().size() && shown.size() < MOST_SHOWN; i++) {
                if (each.shows(i, k)) {
                    each.query().steps().get(i).all().stream().map(Term::id).forEach(shown::add);
                }
            }
        }
        return shown.stream().mapToLong(Long::longValue).toArray();
    }

    private QueryFollower follower(ArmedQuery query) {
        return new QueryFollower(query, intervalMs, this::tell);
    }

    /** Where a user set the threshold, or labels vie with each other, no alarm is wrong. */
    private PeakPicture tell(ToldMatch told) throws InterruptedException {
        if (told.query().request().followsBudget()) {
            PastMatch match = PastMatch.of(told, samples);
            past = past.with(match, calledWrong.test(match));
            scorer.know(past);
        }
        return listener.tell(told);
    }

    private QueryProgress finish(QueryProgress progress, CloseReason reason)
            throws InterruptedException {
        return follower(progress.query()).finish(progress, reason);
    }

    /** Ends what is open, and forgets what was about to open: the stream goes on behind a break. */
    public void discontinuity() throws InterruptedException {
        for (Map.Entry<String, QueryProgress> each : going.entrySet()) {
            each.setValue(follower(each.getValue().query()).discontinuity(each.getValue()));
        }
        recent = new RecentVectors(recent.lastK(), List.of());
        calibration.interrupted();
    }

    /** Ends what is open; the stream has ended, or goes on with another epoch. */
    public void end(CloseReason reason) throws InterruptedException {
        for (QueryProgress each : going.values()) {
            finish(each, reason);
        }
        going.clear();
        recent = RecentVectors.NONE;
        calibration.interrupted();
    }

    /**
     * Ends what a query has open that was removed, or changed.
     *
     * @param request the query as it is now, or null if it was removed
     * @return whether there was anything to forget
     */
    public boolean replace(String queryId, QueryRequest request) throws InterruptedException {
        QueryProgress before = going.get(queryId);
        if (before == null || before.query().request().equals(request)) {
            return false;
        }
        finish(before, CloseReason.QUERY_REMOVED);
        going.remove(queryId);
        return true;
    }
}
