// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryStatus;
import dev.sightline.event.Topic;
import dev.sightline.job.settings.Delivery;
import dev.sightline.job.settings.KafkaSettings;
import dev.sightline.testdata.kafka.CommittedRecords;
import dev.sightline.testdata.kafka.EmbeddedKafka;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSinksITCase {

    /** Some of them cancel a task while its writer starts. */
    private static final int RESTARTS = 20;

    /** What closes a client may be ending still; a lost one never ends. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir private Path folder;

    /** Fails a few times, then goes on. */
    private static final class FailingFunction implements MapFunction<Long, QueryStatus> {
        private static final long serialVersionUID = 1L;
        private static final AtomicInteger FAILURES = new AtomicInteger();
        private static final QueryEvents EVENTS =
                new QueryEvents(
                        new ModelBlock("m", "sha256:0", 1),
                        new ProducerBlock("test", "1"),
                        Clock.systemUTC());

        @Override
        public QueryStatus map(Long number) {
            if (FAILURES.getAndIncrement() < RESTARTS) {
                throw new IllegalStateException("made up");
            }
            return EVENTS.removed("q", number);
        }
    }

    private static Set<Thread> adminThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("kafka-admin-client-thread"))
                .collect(Collectors.toSet());
    }

    @Test
    void aRestartLeavesNoAdminClientBehind() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder)) {
            KafkaSettings kafka =
                    new KafkaSettings(
                            Map.of("bootstrap.servers", broker.bootstrapServers()),
                            Delivery.EXACTLY_ONCE,
                            true,
                            1,
                            1,
                            Duration.ofDays(1),
                            true,
                            Duration.ofSeconds(30));
            Topics.ensure(kafka, line -> {});
            Configuration configuration = new Configuration();
            configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
            configuration.set(
                    RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
            configuration.set(
                    RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
            Set<Thread> ofOtherTests = adminThreads();
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
            env.enableCheckpointing(200);
            DataStream<QueryStatus> events =
                    env.fromSequence(1, 10)
                            .setParallelism(1)
                            .map(new FailingFunction())
                            .returns(TypeInformation.of(QueryStatus.class));
            new EventSinks(kafka, "test").<QueryStatus>to(Topic.QUERY_STATUS).accept(events);
            env.execute();

            assertThat(FailingFunction.FAILURES).hasValueGreaterThan(RESTARTS);
            assertThat(
                            CommittedRecords.of(
                                    broker.bootstrapServers(),
                                    List.of(Topic.QUERY_STATUS.topicName())))
                    .hasSize(10);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ofOtherTests).containsAll(adminThreads()));
        }
    }
}
