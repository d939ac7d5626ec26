// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.query.SearchRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes searches of parameters. */
final class SearchParameters {

    /** What is looked for. */
    private static final List<String> LOOKED_FOR =
            List.of("text", "not", "like", "model", "weight.text", "weight.image", "weight.like");

    /** Where, and how it is shown. */
    private static final List<String> WHERE =
            List.of(
                    "stream",
                    "from",
                    "to",
                    "minScene",
                    "maxScene",
                    "per",
                    "fold",
                    "anyway",
                    "page",
                    "pageSize");

    private SearchParameters() {}

    /** Names of all parameters of a search, and some more. */
    static String[] names(String... more) {
        return Stream.of(LOOKED_FOR.stream(), WHERE.stream(), Stream.of(more))
                .flatMap(names -> names)
                .distinct()
                .toArray(String[]::new);
    }

    /** Names of the parameters that say what is looked for, and some more. */
    static String[] lookedFor(String... more) {
        return Stream.concat(LOOKED_FOR.stream(), Stream.of(more)).toArray(String[]::new);
    }

    /** Whether there is anything to look for. */
    static boolean given(Parameters parameters) {
        return parameters.text("text", SearchRequest.LONGEST_TEXT).isPresent()
                || parameters.text("like").isPresent();
    }

    /**
     * Makes a search.
     *
     * @param image to look for too, or null
     * @param epoch of the only stream, or null for all
     */
    static SearchRequest read(Parameters parameters, byte[] image, Long epoch) {
        String text = parameters.text("text", SearchRequest.LONGEST_TEXT).orElse(null);
        String like = parameters.text("like").orElse(null);
        if (text == null && like == null && image == null) {
            throw Problem.field("text", "say what to look for: text, an image, or like");
        }
        Paging paging = Paging.of(parameters);
        Duration least = parameters.duration("minScene").orElse(Duration.ZERO);
        return new SearchRequest(
                text,
                parameters.all("not", SearchRequest.MOST_NOT, SearchRequest.LONGEST_TEXT),
                image,
                like,
                weights(parameters),
                parameters.text("model").orElse(null),
                TimeFilter.of(parameters.text("from"), parameters.text("to"))
                        .samples(streams(parameters), epoch),
                least.toMillis(),
                parameters.duration("maxScene").map(Duration::toMillis).orElse(Long.MAX_VALUE),
                parameters.word("per", List.of("overall", "video")).equals("video"),
                parameters.word("fold", List.of("true", "false")).equals("true"),
                parameters.word("anyway", List.of("false", "true")).equals("true"),
                paging.page(),
                paging.size());
    }

    private static Map<String, Double> weights(Parameters parameters) {
        Map<String, Double> weights = new HashMap<>();
        for (String part : SearchRequest.PARTS) {
            parameters.number("weight." + part).ifPresent(weight -> weights.put(part, weight));
        }
        return weights;
    }

    static List<String> streams(Parameters parameters) {
        return parameters.all("stream", SearchRequest.MOST_STREAMS, Parameters.LONGEST);
    }
}
