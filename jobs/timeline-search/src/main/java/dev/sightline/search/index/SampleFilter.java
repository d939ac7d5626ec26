// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.time.Instant;
import java.util.Set;

/**
 * Which samples count.
 *
 * @param streams ids of streams; empty for all
 * @param from earliest wall time, or null; samples without a wall time are out if it is given
 * @param to wall time behind the latest, or null, likewise
 * @param fromMs earliest media time in milliseconds, 0 for all
 * @param toMs media time behind the latest, {@link Long#MAX_VALUE} for all
 */
public record SampleFilter(Set<String> streams, Instant from, Instant to, long fromMs, long toMs) {

    /** All samples. */
    public static final SampleFilter ALL =
            new SampleFilter(Set.of(), null, null, 0, Long.MAX_VALUE);

    /** Copies the set. */
    public SampleFilter {
        streams = Set.copyOf(streams);
    }

    /** All samples of one stream. */
    public static SampleFilter of(String streamId) {
        return new SampleFilter(Set.of(streamId), null, null, 0, Long.MAX_VALUE);
    }
}
