// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.timeline;

import dev.sightline.backtest.StoredChange;

/**
 * What lies between two scene changes, or between one and an end of its epoch.
 *
 * @param id of the event that began it; of an epoch's first scene {@code STREAM#EPOCH}
 * @param epoch of the stream
 * @param startMs its first moment, in milliseconds of media time
 * @param endMs the moment behind it
 * @param began how it began, or null for an epoch's first one
 * @param confidence of that, 0 to 1; 1 for an epoch's first one
 * @param uncertaintyMs how far its start may be off, in milliseconds
 * @param picture id under which the index has a picture of it, or null
 */
public record Scene(
        String id,
        long epoch,
        long startMs,
        long endMs,
        StoredChange.Kind began,
        double confidence,
        long uncertaintyMs,
        String picture) {

    /** Its length in milliseconds. */
    public long durationMs() {
        return endMs - startMs;
    }
}
