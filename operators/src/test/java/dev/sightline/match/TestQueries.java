// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Term;
import dev.sightline.calibration.TermBackground;
import dev.sightline.event.BudgetScope;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.util.ArrayList;
import java.util.List;

/** Queries whose terms are axes, so that a vector's components are its cosines with them. */
final class TestQueries {

    static final StreamRef STREAM = new StreamRef("s", 1, "file:///s", SourceKind.FILE, "");
    static final int AXES = 4;

    private TestQueries() {}

    /** Deviations of an axis are cosines in tenths. */
    static Term axis(int axis) {
        float[] vector = new float[AXES];
        vector[axis] = 1;
        return new Term(axis + 1, vector, new TermBackground(0, 0.1));
    }

    static ArmedStep step(int axis, long withinMs) {
        return new ArmedStep(List.of(axis(axis)), List.of(), withinMs);
    }

    /** One axis after the other. */
    static ArmedQuery sequence(long cooldownMs, long... withinMs) {
        List<QueryStep> asked = new ArrayList<>(List.of(QueryStep.ofText("first")));
        List<ArmedStep> armed = new ArrayList<>(List.of(step(0, 0)));
        for (int i = 0; i < withinMs.length; i++) {
            asked.add(QueryStep.ofText("next").within(withinMs[i]));
            armed.add(step(i + 1, withinMs[i]));
        }
        return new ArmedQuery(
                request("sequence", asked, List.of(), cooldownMs), armed, List.of(), null, 0);
    }

    static ArmedQuery labels(String... labels) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            terms.add(axis(i));
        }
        return new ArmedQuery(
                request("labels", List.of(), List.of(labels), 0), List.of(), terms, null, 0);
    }

    static ArmedQuery text(String id, Term term, double budget) {
        return new ArmedQuery(
                QueryRequest.ofText(id, id, budget),
                List.of(new ArmedStep(List.of(term), List.of(), 0)),
                List.of(),
                new ArmedQuery.ColdThreshold(0.3, budget),
                7);
    }

    /** For some streams only. */
    static ArmedQuery text(String id, Term term, String... streams) {
        ArmedQuery everywhere = text(id, term, 1);
        QueryRequest asked = everywhere.request();
        return new ArmedQuery(
                new QueryRequest(id, id, List.of(streams), 1, null, 2000, asked.cooldownMs(), 1),
                everywhere.steps(),
                List.of(),
                everywhere.threshold(),
                7);
    }

    private static QueryRequest request(
            String id, List<QueryStep> steps, List<String> labels, long cooldownMs) {
        return new QueryRequest(
                id, steps, labels, List.of(), 1, BudgetScope.STREAM, null, 2000, cooldownMs, 1);
    }
}
