// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.event.PictureFormat;
import dev.sightline.search.index.SampleFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses questions that cannot be meant. */
final class SearchCheck {

    private static final double LARGEST_WEIGHT = 1000;

    private SearchCheck() {}

    static void checkSought(String text, List<String> not, byte[] image, String like) {
        if (text == null && image == null && like == null) {
            throw not.isEmpty()
                    ? new InvalidSearch(
                            "text",
                            "is missing: say what to look for in a few words, or with an image, or"
                                    + " with 'like'")
                    : new InvalidSearch(
                            "not",
                            "only narrows what a text, an image or 'like' looks for; give one of"
                                    + " these, too");
        }
        checkText("text", text);
        checkText("like", like);
        refuseIf(
                not.size() > SearchRequest.MOST_NOT,
                "not",
                "has more than " + SearchRequest.MOST_NOT + " texts");
        for (String each : not) {
            refuseIf(each.isBlank(), "not", "is empty: say what must not show, or leave it out");
            checkText("not", each);
        }
        checkImage(image);
    }

    private static void checkText(String field, String text) {
        refuseIf(
                text != null && text.length() > SearchRequest.LONGEST_TEXT,
                field,
                "is longer than " + SearchRequest.LONGEST_TEXT + " characters");
    }

    private static void checkImage(byte[] image) {
        if (image == null) {
            return;
        }
        refuseIf(
                image.length > SearchRequest.MOST_IMAGE_BYTES,
                "image",
                "has more than 8 MiB; make it smaller");
        refuseIf(PictureFormat.of(image).isEmpty(), "image", "is neither a JPEG nor a PNG");
    }

    static void checkWeights(Map<String, Double> weights, String text, byte[] image, String like) {
        Set<String> known = Set.of("text", "image", "like");
        weights.forEach(
                (part, weight) -> {
                    refuseIf(!known.contains(part), "weights", "are of text, image and like");
                    boolean given =
                            part.equals("text")
                                    ? text != null
                                    : part.equals("image") ? image != null : like != null;
                    refuseIf(!given, "weights", "name '" + part + "', which is not given");
                    refuseIf(
                            !(weight > 0 && weight <= LARGEST_WEIGHT),
                            "weights",
                            "must be greater than 0, and at most 1000: " + weight);
                });
    }

    static void checkPlace(SampleFilter filter, long minSceneMs, long maxSceneMs) {
        refuseIf(
                filter.streams().size() > SearchRequest.MOST_STREAMS,
                "stream",
                "is given more than 1,000 times");
        boolean wallBackwards =
                filter.from() != null
                        && filter.to() != null
                        && !filter.from().isBefore(filter.to());
        refuseIf(
                wallBackwards || filter.fromMs() >= filter.toMs(), "to", "has to be behind 'from'");
        refuseIf(minSceneMs < 0, "minScene", "is negative");
        refuseIf(maxSceneMs < minSceneMs, "maxScene", "is less than 'minScene'");
    }

    static void checkPage(int page, int pageSize) {
        refuseIf(
                pageSize < 1 || pageSize > SearchRequest.MOST_A_PAGE,
                "pageSize",
                "has to be 1 to 100: " + pageSize);
        refuseIf(page < 1, "page", "counts from 1: " + page);
        refuseIf(
                (long) (page - 1) * pageSize >= SearchRequest.MOST_MOMENTS,
                "page",
                "is too far: answers end with the ten-thousandth moment; narrow the search");
    }

    private static void refuseIf(boolean wrong, String field, String message) {
        if (wrong) {
            throw new InvalidSearch(field, message);
        }
    }
}
