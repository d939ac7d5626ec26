// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import java.util.Objects;

/**
 * A scene change as its topic has it.
 *
 * @param streamId of which stream
 * @param epoch on which of its timelines
 * @param kind how one scene became the other
 * @param startMs last moment before it, in milliseconds since the stream's start
 * @param endMs first moment behind it; of an interruption it may be one of another epoch
 */
public record StoredChange(String streamId, long epoch, Kind kind, long startMs, long endMs) {

    /** How one scene became another. */
    public enum Kind {
        /** From one frame to the next. */
        CUT,
        /** Over several frames. */
        GRADUAL,
        /** Without an edit. */
        SEMANTIC,
        /** The stream was interrupted. */
        DISCONTINUITY
    }

    /** Refuses absent parts. */
    public StoredChange {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(kind, "kind");
    }
}
