// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The options of commands that talk to Kafka. */
final class KafkaClient {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "localhost:9092",
            description = "Brokers (default: ${DEFAULT-VALUE}).")
    private String bootstrap;

    @Option(
            names = "--kafka-property",
            paramLabel = "NAME=VALUE",
            description = "Property of the Kafka client, for TLS or SASL; can be repeated.")
    private Map<String, String> properties = Map.of();

    /** Properties of the client. */
    Properties properties() {
        Properties client = new Properties();
        client.putAll(properties);
        client.put("bootstrap.servers", bootstrap);
        client.putIfAbsent("default.api.timeout.ms", "15000");
        // An admin client refuses one that is longer.
        client.putIfAbsent("request.timeout.ms", client.get("default.api.timeout.ms"));
        return client;
    }
}
