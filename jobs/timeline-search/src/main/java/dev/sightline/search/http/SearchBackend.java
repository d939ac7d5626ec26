// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.export.Exports;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.live.LiveFeed;
import dev.sightline.search.media.Pictures;
import java.util.Objects;

/**
 * All that the routes ask.
 *
 * @param index what is known of streams
 * @param searcher finds moments
 * @param pictures of events
 * @param videos what browsers can be shown
 * @param exports in forms of other programs
 * @param queries that stand
 * @param live what arrives
 * @param health what does not work
 */
public record SearchBackend(
        TimelineIndex index,
        Searcher searcher,
        Pictures pictures,
        Playable videos,
        Exports exports,
        QueryStore queries,
        LiveFeed live,
        Health health) {

    /** Refuses absent parts. */
    public SearchBackend {
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(searcher, "searcher");
        Objects.requireNonNull(pictures, "pictures");
        Objects.requireNonNull(videos, "videos");
        Objects.requireNonNull(exports, "exports");
        Objects.requireNonNull(queries, "queries");
        Objects.requireNonNull(live, "live");
        Objects.requireNonNull(health, "health");
    }
}
