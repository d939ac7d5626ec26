// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.TimeRange.Moment;
import dev.sightline.search.index.SampleFilter;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * From when to when, each on the clock of the world or on that of the streams.
 *
 * @param from the first moment, or null
 * @param to the one behind the last, or null
 */
record TimeFilter(Moment from, Moment to) {

    private static final int LATEST_YEAR = 9999;

    /** Reads {@code from} and {@code to}. */
    static TimeFilter of(Optional<String> from, Optional<String> to) {
        return new TimeFilter(
                from.map(text -> moment("from", text)).orElse(null),
                to.map(text -> moment("to", text)).orElse(null));
    }

    private static Moment moment(String name, String text) {
        try {
            OffsetDateTime wall = OffsetDateTime.parse(text.strip());
            if (wall.getYear() < 0 || wall.getYear() > LATEST_YEAR) {
                throw Problem.field(name, "has a year that is not 0000 to " + LATEST_YEAR);
            }
            return new TimeRange.Wall(wall.toInstant());
        } catch (DateTimeException e) {
            return sinceTheStart(name, text);
        }
    }

    private static Moment sinceTheStart(String name, String text) {
        try {
            return new TimeRange.Media(DurationText.parseOrMillis(text).toMillis());
        } catch (IllegalArgumentException e) {
            throw Problem.field(
                    name,
                    "is neither a time such as 2026-11-24T18:00:00Z nor one since a stream's start"
                            + " such as 90s");
        }
    }

    TimeRange range() {
        return new TimeRange(from, to);
    }

    /**
     * The samples of that time.
     *
     * @param streams ids; empty for all
     * @param epoch the only one that counts, or null for all; needs one stream
     */
    SampleFilter samples(Collection<String> streams, Long epoch) {
        return new SampleFilter(
                Set.copyOf(streams),
                epoch,
                from instanceof TimeRange.Wall wall ? wall.time() : null,
                to instanceof TimeRange.Wall wall ? wall.time() : null,
                from instanceof TimeRange.Media media ? media.mediaMs() : 0,
                to instanceof TimeRange.Media media ? media.mediaMs() : Long.MAX_VALUE);
    }
}
