// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Reading;
import dev.sightline.calibration.StreamCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.event.QueryRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Follows all standing queries on one stream. Not for several threads. In memory for each query it
 * has only what is going on; of the others nothing.
 *
 * <p>The job, the back-test and the evaluation all use this.
 */
public final class StreamMatcher {

    /** An evidence that any picture reaches now and then opens nothing. */
    private static final double LEAST_ENTER = 0.5;

    /**
     * Where a match ends, as a share of the evidence at which it begins. Within one scene single
     * samples fall that low while it still shows the query.
     */
    private static final double EXIT_SHARE = 2.0 / 3;

    /** Term ids that a sample is remembered to show, at most. */
    private static final int MOST_SHOWN = 256;

    private final StreamCalibration calibration;
    private final double logitScale;
    private final long intervalMs;
    private final MatchListener listener;
    private final Map<String, QueryProgress> going = new LinkedHashMap<>();
    private RecentVectors recent;
    private StreamQueries queries;

    /**
     * @param model calibration of the model that the vectors are from
     * @param logitScale factor of the cosine in the model's training, for labels
     * @param interval distance of samples
     * @param memory what is known of the stream
     * @param listener hears of matches
     */
    public StreamMatcher(
            ModelCalibration model,
            double logitScale,
            Duration interval,
            StreamMemory memory,
            MatchListener listener) {
        this.calibration = new StreamCalibration(model, interval, memory.background());
        this.logitScale = logitScale;
        this.intervalMs = interval.toMillis();
        this.listener = listener;
        this.recent = memory.recent();
        memory.going().forEach(next -> going.put(next.query().request().id(), next));
    }

    /** What has to be kept. */
    public StreamMemory memory() {
        return new StreamMemory(recent, calibration.learnt(), List.copyOf(going.values()));
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
        recent = recent.with(sample.k(), sample.vector());
        float[] mean = recent.mean(sample.sceneStart());
        Reading own = calibration.read(sample.vector());
        Reading scene = calibration.read(mean);
        SampleScores ownScores = queries.scores(sample.vector(), own, calibration);
        SampleScores sceneScores = queries.scores(mean, scene, calibration);
        for (int i = 0; i < queries.queries().size(); i++) {
            follow(sample, i, ownScores, sceneScores);
        }
        calibration.learn(sample.vector(), own, scene, shown(sample.k()));
    }

    private void follow(MatchSample sample, int index, SampleScores own, SampleScores scene)
            throws InterruptedException {
        ArmedQuery query = queries.queries().get(index);
        int row = queries.firstRow(index);
        String id = query.request().id();
        QueryProgress before = going.get(id);
        if (before != null && !before.query().request().equals(query.request())) {
            // A job that goes on from a savepoint may have another query under the same id.
            finish(before, CloseReason.QUERY_REMOVED);
            going.remove(id);
            before = null;
        }
        Evidence evidence = evidence(query, row, own, scene);
        if (before == null && !evidence.reaches()) {
            return;
        }
        QueryProgress known =
                before == null ? QueryProgress.initial(sample.stream(), query) : before;
        QueryProgress now =
                follower(query)
                        .observe(
                                known,
                                observations(sample, query, row, own, evidence),
                                evidence.thresholds(),
                                sample.preview());
        if (now.idle(sample.time().mediaMs())) {
            going.remove(id);
        } else {
            going.put(id, now);
        }
    }

    /**
     * @param own of each track on the sample alone
     * @param support of each track on the sample or its scene
     */
    private record Evidence(double[] own, double[] support, Thresholds thresholds) {

        boolean reaches() {
            for (double each : support) {
                if (each >= thresholds.enter()) {
                    return true;
                }
            }
            return false;
        }
    }

    private Evidence evidence(ArmedQuery query, int row, SampleScores own, SampleScores scene) {
        double[] ofSample = tracks(query, row, own);
        double[] ofScene = tracks(query, row, scene);
        for (int i = 0; i < ofScene.length; i++) {
            ofScene[i] = Math.max(ofSample[i], ofScene[i]);
        }
        return new Evidence(ofSample, ofScene, thresholds(query, row, own));
    }

    private double[] tracks(ArmedQuery query, int row, SampleScores scores) {
        if (!query.labels().isEmpty()) {
            return LabelChoice.probabilities(
                    scores.cosines(), row, query.labels().size(), logitScale);
        }
        boolean raw = query.request().threshold() != null;
        double[] evidence = new double[query.steps().size()];
        int next = row;
        for (int i = 0; i < evidence.length; i++) {
            ArmedStep step = query.steps().get(i);
            evidence[i] = scores.evidence(step, next, raw);
            next += step.all().size() + step.not().size();
        }
        return evidence;
    }

    private Thresholds thresholds(ArmedQuery query, int row, SampleScores own) {
        if (!query.labels().isEmpty()) {
            return LabelChoice.THRESHOLDS;
        }
        Double asked = query.request().threshold();
        if (asked != null) {
            double usual = own.backgrounds()[row].location();
            return new Thresholds(asked, Math.min(asked, usual + EXIT_SHARE * (asked - usual)));
        }
        double enter =
                Math.max(LEAST_ENTER, calibration.enter(query.request().alarmBudgetPerDay()));
        return new Thresholds(enter, EXIT_SHARE * enter);
    }

    private List<Observation> observations(
            MatchSample sample, ArmedQuery query, int row, SampleScores own, Evidence evidence) {
        List<Observation> observations = new ArrayList<>();
        int next = row;
        for (int i = 0; i < evidence.own().length; i++) {
            observations.add(
                    new Observation(
                            sample.k(),
                            sample.time(),
                            evidence.own()[i],
                            evidence.support()[i],
                            own.cosines()[next],
                            meaning(query, next, own, evidence.own()[i], evidence.thresholds())));
            next += query.labels().isEmpty() ? query.steps().get(i).terms().size() : 1;
        }
        return observations;
    }

    private Meaning meaning(
            ArmedQuery query, int row, SampleScores own, double evidence, Thresholds thresholds) {
        if (!query.labels().isEmpty()) {
            return new Meaning(evidence, thresholds.enter(), null);
        }
        boolean raw = query.request().threshold() != null;
        double deviations = raw ? own.evidence(row, false) : evidence;
        double enter =
                raw
                        ? own.reading().evidence(own.backgrounds()[row], thresholds.enter())
                        : thresholds.enter();
        return new Meaning(
                calibration.score(deviations),
                own.reading().cosine(own.backgrounds()[row], enter),
                calibration.expectedPerDay(enter));
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
        return new QueryFollower(query, intervalMs, listener);
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
     */
    public void replace(String queryId, QueryRequest request) throws InterruptedException {
        QueryProgress before = going.get(queryId);
        if (before != null && !before.query().request().equals(request)) {
            finish(before, CloseReason.QUERY_REMOVED);
            going.remove(queryId);
        }
    }
}
