// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.event.QueryRequest;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.QueryArming;
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

    private final QueryArming arming;
    private final Map<String, ArmedQuery> armed = new HashMap<>();

    Queries(QueryArming arming) {
        this.arming = arming;
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
        return texts.stream()
                .map(text -> armed(QueryRequest.ofText(text, text, budget)))
                .toList();
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

    /** The vectors are the same whatever the budget. */
    private ArmedQuery armed(QueryRequest request) {
        ArmedQuery known =
                armed.computeIfAbsent(request.id(), id -> arming.arm(request, 0));
        return new ArmedQuery(request, known.steps(), known.labels(), known.threshold(), 0);
    }
}
