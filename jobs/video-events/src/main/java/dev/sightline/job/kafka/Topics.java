// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import dev.sightline.event.Topic;
import dev.sightline.job.settings.KafkaSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing; those that exist stay as they are. */
public final class Topics {

    private static final String FOR_EVER = "-1";

    private Topics() {}

    /**
     * Makes sure that all topics exist.
     *
     * @param log is told what is waited for and what was created
     * @throws KafkaUnavailable if the broker stays away or refuses
     */
    public static void ensure(KafkaSettings kafka, Consumer<String> log) {
        List<String> created = AdminCalls.ask(kafka, log, admin -> create(admin, kafka));
        if (!created.isEmpty()) {
            log.accept("created the topics " + String.join(", ", created));
        }
    }

    private static List<String> create(Admin admin, KafkaSettings kafka)
            throws ExecutionException, InterruptedException {
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing =
                Arrays.stream(Topic.values())
                        .filter(topic -> !existing.contains(topic.topicName()))
                        .map(topic -> describe(topic, kafka))
                        .toList();
        try {
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            // Another job may create them at the same moment.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        return missing.stream().map(NewTopic::name).toList();
    }

    private static NewTopic describe(Topic topic, KafkaSettings kafka) {
        NewTopic described =
                new NewTopic(topic.topicName(), kafka.partitions(), (short) kafka.replication());
        if (topic.compacted() && kafka.compaction()) {
            return described.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
        }
        // What stands until it is changed must not go with time.
        String retention =
                topic.compacted() ? FOR_EVER : String.valueOf(kafka.retention().toMillis());
        return described.configs(
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        "delete",
                        TopicConfig.RETENTION_MS_CONFIG,
                        retention));
    }
}
