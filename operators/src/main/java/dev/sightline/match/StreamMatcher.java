// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.event.QueryRequest;
import dev.sightline.video.MediaTime;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Follows all standing queries on one stream. Not for several threads. In memory for each query it
 * has only what is going on; of the others nothing.
 *
 * <p>The job, the back-test and the evaluation all use this.
 */
public final class StreamMatcher {

    private final StreamCalibration calibration;
    private final QueryScorer scorer;
    private final MatchListener listener;
    private final GoingQueries going;
    private final long model;
    private long learntWith;
    private RecentVectors recent;
    private MediaTime last;
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
        this.learntWith = memory.model() == 0 ? this.model : memory.model();
        StreamMemory known = ofAnotherModel() ? memory.withAnother(this.model) : memory;
        this.calibration = new StreamCalibration(model, interval, known.background());
        long intervalMs = interval.toMillis();
        this.scorer = new QueryScorer(calibration, logitScale, intervalMs);
        this.listener = listener;
        this.recent = known.recent();
        this.last = known.last();
        this.past = known.past();
        this.samples = known.samples();
        scorer.know(past);
        this.going = new GoingQueries(known.going(), intervalMs, this::tell);
    }

    /** What has to be kept; of the model before for as long as its matches are not ended. */
    public StreamMemory memory() {
        return new StreamMemory(
                learntWith, recent, last, samples, calibration.learnt(), past, going.all());
    }

    private boolean ofAnotherModel() {
        return learntWith != model;
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
        if (ofAnotherModel()) {
            end(CloseReason.DISCONTINUITY);
            learntWith = model;
        }
        if (recent.lastK() < 0 && last != null) {
            boolean live = sample.stream().isLive();
            TimelineBreak between = new TimelineBreak(last, sample.time(), live);
            going.goOn(sample.stream(), between.shiftMs());
        }
        last = sample.time();
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
        calibration.learn(sample.vector(), own, scene, going.shown(sample.k()));
        queries.prepare(calibration);
    }

    private void follow(MatchSample sample, int index, SampleScores own, SampleScores scene)
            throws InterruptedException {
        ArmedQuery query = queries.query(index);
        int row = queries.firstRow(index);
        boolean goesOn = going.has(query);
        QueryEvidence evidence = scorer.evidence(query, row, own, scene, samples);
        if (goesOn || evidence.begins()) {
            going.observe(
                    sample,
                    query,
                    scorer.observations(sample, query, row, own, evidence),
                    evidence.thresholds());
        }
    }

    /**
     * Where a user set the threshold, or labels vie with each other, no alarm is wrong; and what
     * was one to another model says nothing of this one.
     */
    private PeakPicture tell(ToldMatch told) throws InterruptedException {
        if (told.query().request().followsBudget() && !ofAnotherModel()) {
            PastMatch match = PastMatch.of(told, samples);
            past = past.with(match, calledWrong.test(match));
            scorer.know(past);
        }
        return listener.tell(told);
    }

    /** Ends what is open, and forgets what was about to open: the stream goes on behind a break. */
    public void discontinuity() throws InterruptedException {
        going.discontinuity();
        recent = new RecentVectors(recent.lastK(), List.of());
        calibration.interrupted();
    }

    /**
     * Ends what is open; the stream has ended, or goes on with another epoch, in which matches that
     * are over rest for as long as they would have.
     */
    public void end(CloseReason reason) throws InterruptedException {
        going.end(reason, last);
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
        return going.replace(queryId, request);
    }
}
