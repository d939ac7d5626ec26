// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** Refuses queries that cannot be meant. Fields are named as in the JSON of a query. */
final class QueryCheck {

    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_TEXTS = 16;
    private static final int MOST_STREAMS = 1000;
    private static final int MOST_STEPS = 8;
    private static final int LEAST_LABELS = 2;
    private static final int MOST_LABELS = 64;
    private static final double LARGEST_WEIGHT = 1000;
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private QueryCheck() {}

    static void check(QueryRequest query) throws MalformedRequest {
        checkId(query.id());
        checkNumbers(query);
        if (query.labels().isEmpty()) {
            checkSteps(query.steps());
        } else {
            checkLabels(query);
        }
    }

    static void checkId(String id) throws MalformedRequest {
        refuseIf(id.isBlank(), "the record has no key: a query is known by its id");
        refuseIf(
                MatchFeedback.isKey(id),
                "an id must not hold " + MatchFeedback.INFIX + ": that says a match was wrong");
        refuseIf(id.length() > LONGEST_TEXT, "the id is longer than " + LONGEST_TEXT);
        // It stands in lines of logs and of the command line, which it must not end.
        refuseIf(
                id.chars().anyMatch(Character::isISOControl),
                "an id must not hold line breaks or other control characters");
    }

    /** A match's id, as somebody says it. */
    static void checkMatchId(String id) throws MalformedRequest {
        refuseIf(id.length() > LONGEST_TEXT, "the match's id is longer than " + LONGEST_TEXT);
    }

    /** As much of an id as one may be long. */
    static String abbreviated(String id) {
        return id.length() > LONGEST_TEXT ? id.substring(0, LONGEST_TEXT) + "…" : id;
    }

    private static void checkNumbers(QueryRequest query) throws MalformedRequest {
        double budget = query.alarmBudgetPerDay();
        refuseIf(
                !(budget > 0) || Double.isInfinite(budget),
                "'alarmBudgetPerDay' must be greater than 0: " + budget);
        Double threshold = query.threshold();
        refuseIf(
                threshold != null && !(threshold >= -1 && threshold <= 1),
                "'threshold' is a cosine, -1 to 1: " + threshold);
        checkDuration("minDurationMs", query.minDurationMs());
        checkDuration("cooldownMs", query.cooldownMs());
        checkTexts("streams", query.streams());
        refuseIf(query.streams().size() > MOST_STREAMS, "'streams' has more than " + MOST_STREAMS);
    }

    private static void checkDuration(String field, long duration) throws MalformedRequest {
        refuseIf(duration < 0, "'" + field + "' is negative: " + duration);
        refuseIf(
                duration > LONGEST_WAIT.toMillis(),
                "'" + field + "' is more than " + LONGEST_WAIT.toMillis() + ": " + duration);
    }

    private static void checkLabels(QueryRequest query) throws MalformedRequest {
        refuseIf(
                !query.steps().isEmpty(),
                "'labels' stand instead of text, image, and, not and then; give one or the other");
        refuseIf(
                query.threshold() != null,
                "'threshold' means nothing with 'labels': the likeliest label wins; leave it out");
        int count = query.labels().size();
        refuseIf(
                count < LEAST_LABELS || count > MOST_LABELS,
                "'labels' has to be " + LEAST_LABELS + " to " + MOST_LABELS + " texts: " + count);
        checkTexts("labels", query.labels());
        refuseIf(
                new HashSet<>(query.labels()).size() < count,
                "'labels' names the same label twice");
    }

    private static void checkSteps(List<QueryStep> steps) throws MalformedRequest {
        refuseIf(
                steps.size() > MOST_STEPS,
                "'then' goes on for " + steps.size() + " steps; at most " + MOST_STEPS);
        String path = "";
        for (int i = 0; i < steps.size(); i++) {
            long within = steps.get(i).withinMs();
            refuseIf(
                    i > 0 && (within <= 0 || within > LONGEST_WAIT.toMillis()),
                    "'%sthen.withinMs' has to be 1 to %d: %d"
                            .formatted(path, LONGEST_WAIT.toMillis(), within));
            path = i == 0 ? "" : path + "then.query.";
            checkStep(path, steps.get(i));
        }
    }

    private static void checkStep(String path, QueryStep step) throws MalformedRequest {
        refuseIf(
                step.text() == null && step.image() == null,
                step.and().isEmpty() && step.not().isEmpty()
                        ? "'" + path + "text' is empty: say in a few words what to look for"
                        : "'"
                                + path
                                + "text' is missing: 'and' and 'not' only narrow what a text"
                                + " or an image looks for");
        if (step.text() != null) {
            checkText(path + "text", step.text());
        }
        checkTexts(path + "and", step.and());
        checkTexts(path + "not", step.not());
        refuseIf(step.and().size() > MOST_TEXTS, "'" + path + "and' has more than " + MOST_TEXTS);
        refuseIf(step.not().size() > MOST_TEXTS, "'" + path + "not' has more than " + MOST_TEXTS);
        checkWeights(path, step);
    }

    private static void checkWeights(String path, QueryStep step) throws MalformedRequest {
        boolean both = step.text() != null && step.image() != null;
        refuseIf(
                !both && !step.weights().equals(QueryWeights.EQUAL),
                "'" + path + "weights' are of a text and an image; give both, or leave them out");
        checkWeight(path + "weights.text", step.weights().text());
        checkWeight(path + "weights.image", step.weights().image());
    }

    private static void checkWeight(String field, double weight) throws MalformedRequest {
        refuseIf(
                !(weight > 0 && weight <= LARGEST_WEIGHT),
                "'" + field + "' must be greater than 0, and at most 1000: " + weight);
    }

    private static void checkTexts(String field, List<String> texts) throws MalformedRequest {
        for (int i = 0; i < texts.size(); i++) {
            checkText(field + "[" + i + "]", texts.get(i));
        }
    }

    private static void checkText(String field, String text) throws MalformedRequest {
        refuseIf(text.isBlank(), "'" + field + "' is empty: say in a few words what to look for");
        refuseIf(
                text.length() > LONGEST_TEXT,
                "'" + field + "' is longer than " + LONGEST_TEXT + " characters");
    }

    private static void refuseIf(boolean wrong, String message) throws MalformedRequest {
        if (wrong) {
            throw new MalformedRequest(message);
        }
    }
}
