// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * Where events go and how.
 *
 * @param client properties of the Kafka clients, {@code bootstrap.servers} among them
 * @param delivery guarantee
 * @param embeddings whether vectors are published
 * @param partitions of topics that are created
 * @param replication of topics that are created
 * @param retention of topics that are created
 * @param compaction whether topics whose last record of a key counts are compacted
 * @param patience how long starting waits for a broker
 */
public record KafkaSettings(
        Map<String, String> client,
        Delivery delivery,
        boolean embeddings,
        int partitions,
        int replication,
        Duration retention,
        boolean compaction,
        Duration patience)
        implements Serializable {

    /** The client's properties, as a copy. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.putAll(client);
        return properties;
    }

    /** The brokers. */
    public String bootstrap() {
        return client.get("bootstrap.servers");
    }
}
