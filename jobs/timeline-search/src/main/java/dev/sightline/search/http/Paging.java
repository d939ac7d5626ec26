// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.search.query.SearchRequest;
import java.util.List;

/**
 * Which part of a long list is asked for.
 *
 * @param page its number, from 1
 * @param size how many are on one
 */
record Paging(int page, int size) {

    static final int MOST_PAGES = 10_000;

    static Paging of(Parameters parameters) {
        return new Paging(
                (int) parameters.whole("page", 1, 1, MOST_PAGES),
                (int)
                        parameters.whole(
                                "pageSize",
                                SearchRequest.DEFAULT_PAGE_SIZE,
                                1,
                                SearchRequest.MOST_A_PAGE));
    }

    <T> List<T> of(List<T> all) {
        long from = Math.min(all.size(), (long) (page - 1) * size);
        return all.subList((int) from, (int) Math.min(all.size(), from + size));
    }

    static void put(ObjectNode json, long total, int page, int size) {
        json.put("total", total).put("page", page).put("pages", (total + size - 1) / size);
    }
}
