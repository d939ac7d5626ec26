// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Says in one line what a query looks for. */
final class QueryDescription {

    /** Every event of a match carries it. */
    private static final int LONGEST = 1000;

    private static final double MS_PER_SECOND = 1000;

    /** Of a digest; enough for pictures that one user has. */
    private static final int SHOWN_BYTES = 4;

    private QueryDescription() {}

    static String of(QueryRequest query) {
        String all =
                query.labels().isEmpty()
                        ? sequence(query.steps())
                        : "one of: " + String.join(", ", query.labels());
        return cut(all, LONGEST);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** The same with what tells the query's pictures from others: eight digits for each. */
    static String withPictures(QueryRequest query) {
        String pictures =
                query.steps().stream()
                        .map(QueryStep::image)
                        .filter(Objects::nonNull)
                        .map(image -> " " + digest(image))
                        .collect(Collectors.joining());
        return cut(of(query), LONGEST - pictures.length()) + pictures;
    }

    private static String digest(String image) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(image.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String sequence(List<QueryStep> steps) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            line.append(i == 0 ? "" : ", then ").append(step(steps.get(i)));
            if (i > 0) {
                line.append(" within ").append(seconds(steps.get(i).withinMs())).append(" s");
            }
        }
        return line.toString();
    }

    private static String step(QueryStep step) {
        StringBuilder line = new StringBuilder(positive(step));
        step.and().forEach(text -> line.append(" and ").append(text));
        if (!step.not().isEmpty()) {
            line.append(", not ").append(String.join(" or ", step.not()));
        }
        return line.toString();
    }

    private static String positive(QueryStep step) {
        if (step.image() == null) {
            return step.text() == null ? "" : step.text();
        }
        return step.text() == null ? "a picture" : step.text() + " like a picture";
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0
                ? String.valueOf(millis / 1000)
                : String.valueOf(millis / MS_PER_SECOND);
    }
}
