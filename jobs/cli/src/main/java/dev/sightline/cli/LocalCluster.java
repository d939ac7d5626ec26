// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** What a Flink cluster inside of this process needs. */
final class LocalCluster {

    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(64);
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(8);

    private LocalCluster() {}

    /**
     * Its configuration.
     *
     * @param mostRestarts failures in a row after which the job is given up; -1 for never
     * @param checkpoints where checkpoints are kept unless the settings say where
     */
    static Configuration configuration(int mostRestarts, TemporaryFolder checkpoints) {
        Configuration configuration = new Configuration();
        // Decoding may take all cores for a while; a late heartbeat is no failure here.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(3));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        configuration.set(RestOptions.BIND_PORT, "0");
        // In memory, a task's state may have 5 MB; samples in flight with their pixels have more.
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.path().toUri().toString());
        if (mostRestarts >= 0) {
            configuration.set(
                    RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS,
                    mostRestarts);
        }
        configuration.setString("metrics.reporters", "progress");
        configuration.setString(
                "metrics.reporter.progress.factory.class", ProgressReporter.class.getName());
        return configuration;
    }
}
