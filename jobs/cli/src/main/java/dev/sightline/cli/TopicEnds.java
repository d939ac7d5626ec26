// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Where topics end, with the records of transactions that are not finished. */
final class TopicEnds {

    private TopicEnds() {}

    /**
     * Offsets behind the last record of each partition, whether it can be read yet or not.
     *
     * @throws KafkaException if the broker does not say
     */
    static Map<TopicPartition, Long> written(
            Properties client, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        try (Admin admin = Admin.create(client)) {
            ListOffsetsResult ends =
                    admin.listOffsets(
                            latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED));
            Map<TopicPartition, Long> offsets = new HashMap<>();
            ends.all().get().forEach((partition, end) -> offsets.put(partition, end.offset()));
            return offsets;
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e); // marks the thread, too
        }
    }
}
