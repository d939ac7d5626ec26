// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.time.Instant;
import java.util.Set;

/**
 * Which samples count.
 *
 * @param streams ids of streams; empty for all
 * @param epoch number of the only epoch that counts, or null for all; needs one stream
 * @param from earliest wall time, or null; samples without a wall time are out if it is given
 * @param to wall time behind the latest, or null, likewise
 * @param fromMs earliest media time in milliseconds, 0 for all
 * @param toMs media time behind the latest, {@link Long#MAX_VALUE} for all
 */
public record SampleFilter(
        Set<String> streams, Long epoch, Instant from, Instant to, long fromMs, long toMs) {

    /** All samples. */
    public static final SampleFilter ALL =
            new SampleFilter(Set.of(), null, null, 0, Long.MAX_VALUE);

    /**
     * Copies the set.
     *
     * @throws IllegalArgumentException if an epoch is given without the stream that it is of
     */
    public SampleFilter {
        streams = Set.copyOf(streams);
        if (epoch != null && streams.size() != 1) {
            throw new IllegalArgumentException("an epoch is of one stream, not of " + streams);
        }
    }

    /** Of all epochs. */
    public SampleFilter(Set<String> streams, Instant from, Instant to, long fromMs, long toMs) {
        this(streams, null, from, to, fromMs, toMs);
    }

    /** All samples of one stream. */
    public static SampleFilter of(String streamId) {
        return new SampleFilter(Set.of(streamId), null, null, 0, Long.MAX_VALUE);
    }

    /** All samples of an epoch of a stream. */
    public static SampleFilter of(String streamId, long epoch) {
        return new SampleFilter(Set.of(streamId), epoch, null, null, 0, Long.MAX_VALUE);
    }
}
