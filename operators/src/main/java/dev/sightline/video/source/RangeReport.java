// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import org.apache.flink.api.connector.source.SourceEvent;

/**
 * What a reader tells the enumerator of the file that it has open.
 *
 * @param splitId the split that it reads
 * @param next the place that it would read next
 * @param positions grid points of the file if it is long and seekable, and the reader waits for
 *     {@link RangeEnd}; 0 if it cannot be cut, or has turned out to end in this range
 */
record RangeReport(String splitId, long next, long positions) implements SourceEvent {

    private static final long serialVersionUID = 1L;

    /** The split's id holds a path, which is nothing for a log. */
    @Override
    public String toString() {
        return "RangeReport(next " + next + ", " + positions + " positions)";
    }
}
