// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

/** Why a match closed. */
public enum CloseReason {
    /** The query was not shown any more, or the stream came to its end. */
    ENDED,
    /** The query was removed or replaced. */
    QUERY_REMOVED,
    /** The stream was lost for good. */
    STREAM_LOST,
    /** The stream was interrupted: what comes after it may be something else. */
    DISCONTINUITY
}
