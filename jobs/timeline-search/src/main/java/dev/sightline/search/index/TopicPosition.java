// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.util.Objects;

/**
 * A partition of a topic.
 *
 * @param topic its name
 * @param partition its number, from 0
 */
public record TopicPosition(String topic, int partition) {

    /** Refuses an absent topic. */
    public TopicPosition {
        Objects.requireNonNull(topic, "topic");
    }
}
