// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.job.settings.JobSettings;
import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** How Flink has to run the job. */
public final class Environment {

    private static final Duration FIRST_RESTART = Duration.ofSeconds(1);
    private static final Duration LATEST_RESTART = Duration.ofSeconds(30);

    private Environment() {}

    /**
     * Sets what every job of this project needs.
     *
     * @param env gets it
     */
    public static void configure(StreamExecutionEnvironment env, JobSettings job) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        // A broker that is away must not end the job: it is tried again, less and less often.
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
                FIRST_RESTART);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
                LATEST_RESTART);
        if (job.checkpointDir() != null) {
            configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, job.checkpointDir());
        }
        env.configure(configuration);
        env.enableCheckpointing(
                job.checkpointInterval().toMillis(), CheckpointingMode.EXACTLY_ONCE);
        if (job.parallelism() > 0) {
            env.setParallelism(job.parallelism());
        }
    }
}
