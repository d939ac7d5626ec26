// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.OpeningRule;
import dev.sightline.calibration.StreamCalibration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says how well a sample shows a query on one stream, and how well it would have to. */
final class QueryScorer {

    /** An evidence that any picture reaches now and then opens nothing. */
    private static final double LEAST_ENTER = 0.5;

    private final StreamCalibration calibration;
    private final double logitScale;
    private final long intervalMs;
    private Map<String, List<PastMatch>> wrong = Map.of();

    /**
     * @param calibration of the stream; learns beside this
     * @param logitScale factor of the cosine in the model's training, for labels
     */
    QueryScorer(StreamCalibration calibration, double logitScale, long intervalMs) {
        this.calibration = calibration;
        this.logitScale = logitScale;
        this.intervalMs = intervalMs;
    }

    /** Knows from now on which matches were wrong. */
    void know(PastMatches past) {
        wrong = past.wrong().stream().collect(Collectors.groupingBy(PastMatch::queryId));
    }

    /**
     * What a query's tracks make of a sample.
     *
     * @param row of its first term
     * @param own scores of the sample
     * @param scene scores of the mean of the latest samples of its scene
     * @param samples how many of the stream were seen
     */
    QueryEvidence evidence(
            ArmedQuery query, int row, SampleScores own, SampleScores scene, long samples) {
        double[] ofSample = tracks(query, row, own);
        double[] support = tracks(query, row, scene);
        for (int i = 0; i < support.length; i++) {
            if (support[i] == Double.NEGATIVE_INFINITY) {
                // What must not show does in this scene, and is only less clear in this sample.
                ofSample[i] = Double.NEGATIVE_INFINITY;
            }
            support[i] = Math.max(ofSample[i], support[i]);
        }
        return new QueryEvidence(ofSample, support, thresholds(query, row, own, samples));
    }

    private double[] tracks(ArmedQuery query, int row, SampleScores scores) {
        if (!query.labels().isEmpty()) {
            int count = query.labels().size();
            return LabelChoice.probabilities(scores.cosines(), row, count, logitScale);
        }
        boolean raw = query.request().threshold() != null;
        double[] evidence = new double[query.steps().size()];
        int next = row;
        for (int i = 0; i < evidence.length; i++) {
            ArmedStep step = query.steps().get(i);
            evidence[i] = scores.evidence(step, next, raw);
            next += step.size();
        }
        return evidence;
    }

    private Thresholds thresholds(ArmedQuery query, int row, SampleScores own, long samples) {
        if (!query.labels().isEmpty()) {
            return LabelChoice.THRESHOLDS;
        }
        Double asked = query.request().threshold();
        if (asked != null) {
            double usual = own.backgrounds()[row].location();
            return new Thresholds(
                    asked, Math.min(asked, usual + OpeningRule.EXIT_SHARE * (asked - usual)));
        }
        double enter = Math.max(LEAST_ENTER, enter(query, samples));
        return new Thresholds(enter, OpeningRule.EXIT_SHARE * enter);
    }

    private double enter(ArmedQuery query, long samples) {
        double budget = query.request().budgetOfStream();
        List<PastMatch> its =
                wrong.getOrDefault(query.request().id(), List.of()).stream()
                        .filter(match -> match.isOf(query))
                        .toList();
        if (its.isEmpty()) {
            return calibration.enter(budget);
        }
        long first = its.stream().mapToLong(PastMatch::sample).min().orElseThrow();
        Duration watched = Duration.ofMillis((samples - first) * intervalMs);
        return calibration.enter(budget, PastMatches.evidence(its), watched);
    }

    /** The evidence of each track as its tracker takes it. */
    List<Observation> observations(
            MatchSample sample,
            ArmedQuery query,
            int row,
            SampleScores own,
            QueryEvidence evidence) {
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
            next += query.labels().isEmpty() ? query.steps().get(i).size() : 1;
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
}
