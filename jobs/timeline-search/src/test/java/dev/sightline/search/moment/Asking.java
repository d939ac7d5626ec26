// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.query.SearchRequest;
import java.util.List;
import java.util.Map;

/** A request put together for a test: at first everywhere, folded, and its first page. */
final class Asking {

    private final String text;
    private List<String> not = List.of();
    private String like;
    private SampleFilter filter = SampleFilter.ALL;
    private long minSceneMs;
    private boolean perStream;
    private boolean fold = true;
    private boolean anyway;
    private int page = 1;
    private int pageSize = SearchRequest.DEFAULT_PAGE_SIZE;

    private Asking(String text) {
        this.text = text;
    }

    static Asking text(String text) {
        return new Asking(text);
    }

    Asking not(List<String> texts) {
        not = texts;
        return this;
    }

    Asking like(String id) {
        like = id;
        return this;
    }

    Asking in(SampleFilter samples) {
        filter = samples;
        return this;
    }

    Asking scenesFrom(long ms) {
        minSceneMs = ms;
        return this;
    }

    Asking bestOfEachStream() {
        perStream = true;
        return this;
    }

    Asking unfolded() {
        fold = false;
        return this;
    }

    Asking anyway() {
        anyway = true;
        return this;
    }

    Asking page(int number, int size) {
        page = number;
        pageSize = size;
        return this;
    }

    SearchRequest request() {
        return new SearchRequest(
                text,
                not,
                null,
                like,
                Map.of(),
                null,
                filter,
                minSceneMs,
                Long.MAX_VALUE,
                perStream,
                fold,
                anyway,
                page,
                pageSize);
    }
}
