// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.TimeRange.Media;
import dev.sightline.backtest.TimeRange.Moment;
import dev.sightline.backtest.TimeRange.Wall;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.video.MediaTime;
import java.time.Duration;
import java.util.Set;

/**
 * Which samples a back-test reads: those of the range, and before it so many that tell what a
 * stream usually shows.
 */
final class BackTestRange {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration LEARNT = Duration.ofHours(3);

    private final TimeRange range;
    private final Moment first;

    /**
     * @throws InvalidSearch if it ends before it begins, or is longer than 31 days
     */
    BackTestRange(TimeRange range) {
        this.range = range;
        this.first = before(range.from());
        Duration length = length(range);
        if (length != null && (length.isNegative() || length.isZero())) {
            throw new InvalidSearch("to", "has to be behind 'from'");
        } else if (length != null && length.compareTo(LONGEST) > 0) {
            throw new InvalidSearch("from", "is more than 31 days before 'to'; test a part of it");
        }
    }

    private static Duration length(TimeRange range) {
        if (range.from() instanceof Wall from && range.to() instanceof Wall to) {
            return Duration.between(from.time(), to.time());
        } else if (range.from() instanceof Media from && range.to() instanceof Media to) {
            return Duration.ofMillis(to.mediaMs() - from.mediaMs());
        }
        return null;
    }

    private static Moment before(Moment from) {
        if (from instanceof Wall wall) {
            return new Wall(wall.time().minus(LEARNT));
        } else if (from instanceof Media media) {
            return new Media(media.mediaMs() - LEARNT.toMillis());
        }
        return null;
    }

    /** What to read; some of it may not be {@link #includes included}. */
    SampleFilter filter(Set<String> streams) {
        long fromMs = first instanceof Media media ? Math.max(0, media.mediaMs()) : 0;
        long toMs = range.to() instanceof Media media ? media.mediaMs() : Long.MAX_VALUE;
        // Samples without a wall time count by their arrival, which the index does not filter by.
        return new SampleFilter(streams, null, null, fromMs, toMs);
    }

    /** Whether a sample is read. */
    boolean includes(MediaTime sample) {
        return (first == null || first.reachedBy(sample))
                && (range.to() == null || !range.to().reachedBy(sample));
    }
}
