// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import org.apache.flink.api.connector.source.SourceEvent;

/**
 * The enumerator's answer to {@link RangeReport}: how far the reader shall read.
 *
 * @param splitId the split that it reads
 * @param to the place behind the last grid point to read; {@link
 *     dev.sightline.video.SampleRange#END} for all there are
 */
record RangeEnd(String splitId, long to) implements SourceEvent {

    private static final long serialVersionUID = 1L;

    /** The split's id holds a path, which is nothing for a log. */
    @Override
    public String toString() {
        return "RangeEnd(" + to + ")";
    }
}
