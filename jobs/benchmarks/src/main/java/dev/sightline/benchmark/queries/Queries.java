// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.calibration.Term;
import dev.sightline.clip.QueryTextEncoder;
import dev.sightline.event.QueryRequest;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.ArmedStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Arms the texts of an evaluation, each once. */
final class Queries {

    private static final String UNSEEN = "unseen-sentences.txt";

    private final ModelCalibration calibration;
    private final QueryTextEncoder encoder;
    private final Map<String, Term> terms = new HashMap<>();

    /**
     * @param encoder of the calibrated model
     */
    Queries(ModelCalibration calibration, QueryTextEncoder encoder) {
        this.calibration = calibration;
        this.encoder = encoder;
    }

    /** Sentences that no clip shows, made of other words than the control group's. */
    static List<String> unseen() {
        try (InputStream in = Queries.class.getResourceAsStream(UNSEEN)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(UNSEEN, e);
        }
    }

    /** With the same budget for all. */
    List<ArmedQuery> within(List<String> texts, double budget) {
        return texts.stream().map(text -> armed(QueryRequest.ofText(text, text, budget))).toList();
    }

    /** With the same raw threshold for all. */
    List<ArmedQuery> above(List<String> texts, double threshold) {
        return texts.stream().map(text -> armed(above(text, threshold))).toList();
    }

    private static QueryRequest above(String text, double threshold) {
        QueryRequest defaults = QueryRequest.ofText(text, text, 1);
        return new QueryRequest(
                text,
                text,
                List.of(),
                1,
                threshold,
                defaults.minDurationMs(),
                defaults.cooldownMs(),
                1);
    }

    private ArmedQuery armed(QueryRequest request) {
        ArmedStep step = new ArmedStep(List.of(term(request.id())), List.of(), 0);
        return new ArmedQuery(request, List.of(step), List.of(), null, 0);
    }

    /** What a text is compared by. */
    Term term(String text) {
        return terms.computeIfAbsent(text, each -> calibration.term(encoder.encode(each)));
    }
}
