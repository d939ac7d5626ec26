// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.search.index.SampleFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What somebody looks for, and where. At least one of text, image and like is given; of several,
 * all count.
 *
 * @param text what to look for, at most 1,000 characters, or null
 * @param not what must not be likelier than that; at most 16 texts
 * @param image a JPEG or PNG of at most 8 MiB, not copied and not to be changed, or null
 * @param like id of a sample, a match or a scene that is like it, or null
 * @param weights how much {@code text}, {@code image} and {@code like} count, each greater than 0
 *     and at most 1,000; 1 for what is not named
 * @param model name or digest of the model whose vectors are searched, or null for the first one
 * @param filter which samples count
 * @param minSceneMs shortest scene, in milliseconds; 0 for all
 * @param maxSceneMs longest scene; {@link Long#MAX_VALUE} for all
 * @param perStream whether only the best moment of each stream is wanted
 * @param fold whether a moment that looks like a better one is left out for it
 * @param anyway whether the nearest moments are wanted even if none of them stands out
 * @param page which part of the answer, from 1
 * @param pageSize moments of a page, 1 to 100
 */
public record SearchRequest(
        String text,
        List<String> not,
        byte[] image,
        String like,
        Map<String, Double> weights,
        String model,
        SampleFilter filter,
        long minSceneMs,
        long maxSceneMs,
        boolean perStream,
        boolean fold,
        boolean anyway,
        int page,
        int pageSize) {

    /** Most characters of a text. */
    public static final int LONGEST_TEXT = 1000;

    /** Most texts that must not be likelier. */
    public static final int MOST_NOT = 16;

    /** Most bytes of an image. */
    public static final int MOST_IMAGE_BYTES = 8 << 20;

    /** Most streams that can be named. */
    public static final int MOST_STREAMS = 1000;

    /** Most moments of a page. */
    public static final int MOST_A_PAGE = 100;

    /** So many samples at most are looked at, so that there are no more moments. */
    public static final int MOST_MOMENTS = 10_000;

    /** Moments of a page if nobody says. */
    public static final int DEFAULT_PAGE_SIZE = 20;

    /**
     * Takes blank texts for absent ones, and the collections as they are.
     *
     * @throws InvalidSearch naming the first field that is out of range, or makes no sense
     */
    public SearchRequest {
        text = blankToNull(text);
        like = blankToNull(like);
        model = blankToNull(model);
        not = not == null ? List.of() : List.copyOf(not);
        weights = weights == null ? Map.of() : Map.copyOf(weights);
        filter = Objects.requireNonNullElse(filter, SampleFilter.ALL);
        SearchCheck.checkSought(text, not, image, like);
        SearchCheck.checkWeights(weights, text, image, like);
        SearchCheck.checkPlace(filter, minSceneMs, maxSceneMs);
        SearchCheck.checkPage(page, pageSize);
    }

    /** A text alone, everywhere. */
    public static SearchRequest ofText(String text) {
        return of(text, null, SampleFilter.ALL);
    }

    /**
     * The first page of a text, or of what is like something, or of both.
     *
     * @param like id, or null
     */
    public static SearchRequest of(String text, String like, SampleFilter filter) {
        return new SearchRequest(
                text,
                List.of(),
                null,
                like,
                Map.of(),
                null,
                filter,
                0,
                Long.MAX_VALUE,
                false,
                true,
                false,
                1,
                DEFAULT_PAGE_SIZE);
    }

    /** The same, but that the nearest moments are wanted even if none of them stands out. */
    public SearchRequest evenIfNothingStandsOut() {
        return new SearchRequest(
                text,
                not,
                image,
                like,
                weights,
                model,
                filter,
                minSceneMs,
                maxSceneMs,
                perStream,
                fold,
                true,
                page,
                pageSize);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** How much one of {@code text}, {@code image} and {@code like} counts. */
    double weight(String part) {
        return weights.getOrDefault(part, 1.0);
    }
}
