// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.VideoEventsJob;
import dev.sightline.job.settings.Settings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job on a small Flink cluster inside this process. */
final class LocalJob implements AutoCloseable {

    private static final MemorySize NETWORK = MemorySize.ofMebiBytes(64);
    private static final MemorySize MANAGED = MemorySize.ofMebiBytes(8);

    private final JobClient client;
    private boolean restarts;

    private LocalJob(JobClient client) {
        this.client = client;
    }

    /**
     * Starts the job.
     *
     * @param mostRestarts failures in a row after which the job is given up; -1 for never
     * @param log is told what is going on
     */
    static LocalJob start(Settings settings, int mostRestarts, Consumer<String> log)
            throws Exception {
        int parallelism =
                settings.job().parallelism() > 0
                        ? settings.job().parallelism()
                        : Math.max(1, Runtime.getRuntime().availableProcessors());
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(
                        parallelism, configuration(mostRestarts));
        VideoEventsJob.prepare(env, settings, log);
        return new LocalJob(env.executeAsync(settings.job().name()));
    }

    private static Configuration configuration(int mostRestarts) {
        Configuration configuration = new Configuration();
        // Decoding may take all cores for a while; a late heartbeat is no failure here.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, Duration.ofMinutes(3));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MANAGED);
        configuration.set(RestOptions.BIND_PORT, "0");
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

    /** Completes when the job has ended, exceptionally if it failed. */
    CompletableFuture<JobExecutionResult> result() {
        return client.getJobExecutionResult();
    }

    /** Says so, once each time, when the job has failed and is being started again. */
    void tellOfRestart(Consumer<String> log) {
        boolean restartsNow = status() == JobStatus.RESTARTING;
        if (restartsNow && !restarts) {
            log.accept("the job failed and is started again; why is in " + LogFile.path());
        }
        restarts = restartsNow;
    }

    private JobStatus status() {
        try {
            return client.getJobStatus().join();
        } catch (IllegalStateException e) {
            return JobStatus.FINISHED; // the cluster goes when its job has ended
        }
    }

    /** Cancels the job if it runs. */
    @Override
    public void close() {
        if (!status().isGloballyTerminalState()) {
            client.cancel().exceptionally(unused -> null).join();
        }
    }
}
