// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.calibration.Term;
import dev.sightline.event.QueryRequest;
import dev.sightline.match.ActiveQueries;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.ArmedStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One query with several budgets, to be followed side by side in one pass. What a stream usually
 * shows is learnt for each by itself, as what a lower threshold takes for a match is no background
 * of it: so each has terms of its own, and gives what it would give alone.
 */
final class BudgetVariants {

    private final Map<String, Double> budgets = new LinkedHashMap<>();
    private final ActiveQueries active;

    /**
     * @param query with the budget asked for
     * @param others further budgets, each greater than 0; without effect where no budget decides
     */
    BudgetVariants(ArmedQuery query, Collection<Double> others) {
        List<ArmedQuery> variants = new ArrayList<>(List.of(query));
        budgets.put(query.request().id(), budgetOf(query));
        if (budgetOf(query) != null) {
            for (double budget : new TreeSet<>(others)) {
                if (budget != query.request().alarmBudgetPerDay()) {
                    ArmedQuery variant = variant(query, budget);
                    variants.add(variant);
                    budgets.put(variant.request().id(), budget);
                }
            }
        }
        active = new ActiveQueries(variants);
    }

    private static Double budgetOf(ArmedQuery query) {
        return query.request().followsBudget() ? query.request().alarmBudgetPerDay() : null;
    }

    private static ArmedQuery variant(ArmedQuery query, double budget) {
        QueryRequest request = query.request();
        List<ArmedStep> steps =
                query.steps().stream()
                        .map(
                                step ->
                                        new ArmedStep(
                                                terms(step.all(), budget),
                                                terms(step.not(), budget),
                                                step.withinMs()))
                        .toList();
        return new ArmedQuery(
                new QueryRequest(
                        request.id() + " with " + budget,
                        request.steps(),
                        request.labels(),
                        request.streams(),
                        budget,
                        request.budgetScope(),
                        null,
                        request.minDurationMs(),
                        request.cooldownMs(),
                        request.version()),
                steps,
                List.of(),
                query.threshold(),
                query.sequence());
    }

    private static List<Term> terms(List<Term> terms, double budget) {
        return terms.stream()
                .map(
                        term ->
                                new Term(
                                        31 * term.id() + Double.hashCode(budget),
                                        term.vector(),
                                        term.background()))
                .toList();
    }

    /** Ids of the variants with their budgets, the one asked for first; null where none decides. */
    Map<String, Double> budgets() {
        return budgets;
    }

    ActiveQueries active() {
        return active;
    }
}
