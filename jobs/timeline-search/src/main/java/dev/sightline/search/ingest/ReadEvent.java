// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.TopicPosition;
import dev.sightline.search.timeline.TimelineEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event and where it was read.
 *
 * @param source the record that it was
 * @param event what it says
 */
record ReadEvent(ConsumerRecord<byte[], byte[]> source, TimelineEvent event) {

    /** The partition that it was read from. */
    TopicPosition partition() {
        return new TopicPosition(source.topic(), source.partition());
    }

    /** Tells its record from all others of the topics. */
    String place() {
        return source.topic() + "-" + source.partition() + " at " + source.offset();
    }
}
