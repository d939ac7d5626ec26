// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a single node that is broker and controller at once, for one small machine. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String HOST = "127.0.0.1";

    private BrokerProperties() {}

    static Properties of(Path folder, int brokerPort, int controllerPort) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", String.valueOf(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put(
                "listeners",
                "BROKER://"
                        + HOST
                        + ":"
                        + brokerPort
                        + ",CONTROLLER://"
                        + HOST
                        + ":"
                        + controllerPort);
        properties.put("advertised.listeners", "BROKER://" + HOST + ":" + brokerPort);
        properties.put("inter.broker.listener.name", "BROKER");
        properties.put("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("log.dirs", folder.resolve("logs").toString());
        properties.put("metadata.log.dir", folder.resolve("metadata").toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        alone(properties);
        small(properties);
        return properties;
    }

    /** Nobody else is there to hold a replica. */
    private static void alone(Properties properties) {
        for (String internal :
                new String[] {
                    "offsets.topic", "transaction.state.log", "share.coordinator.state.topic"
                }) {
            properties.put(internal + ".replication.factor", "1");
            properties.put(internal + ".num.partitions", "1");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("min.insync.replicas", "1");
    }

    /** A few threads and buffers do for one job. */
    private static void small(Properties properties) {
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "2");
        properties.put("background.threads", "2");
        properties.put("num.recovery.threads.per.data.dir", "1");
        properties.put("log.cleaner.dedupe.buffer.size", "4194304");
        properties.put("log.segment.bytes", "67108864");
    }
}
