// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.redaction.Redaction;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts records that cannot be understood, and tells of each kind once. */
final class MalformedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(MalformedRecords.class);

    private static final int KINDS = 100;

    private final AtomicLong count = new AtomicLong();
    private final Set<String> told = new HashSet<>();

    void add(ConsumerRecord<byte[], byte[]> malformed, String what) {
        count.incrementAndGet();
        if (told.size() < KINDS && told.add(malformed.topic() + ' ' + what)) {
            LOG.warn(
                    "{}-{} at {} is left out, as are others like it: {}",
                    malformed.topic(),
                    malformed.partition(),
                    malformed.offset(),
                    Redaction.redact(what));
        }
    }

    long count() {
        return count.get();
    }
}
