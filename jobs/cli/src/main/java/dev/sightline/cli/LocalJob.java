// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.job.VideoEventsJob;
import dev.sightline.job.settings.Settings;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job on a small Flink cluster inside this process. */
final class LocalJob implements AutoCloseable {

    private static final long CANCEL_SECONDS = 10;

    private final StreamExecutionEnvironment env;
    private final String name;
    private final TemporaryFolder checkpoints;
    private JobClient client;
    private boolean closed;
    private boolean restarts;

    private LocalJob(StreamExecutionEnvironment env, String name, TemporaryFolder checkpoints) {
        this.env = env;
        this.name = name;
        this.checkpoints = checkpoints;
    }

    /**
     * Makes all ready, Kafka's topics included, without starting the job.
     *
     * @param mostRestarts failures in a row after which the job is given up; -1 for never
     * @param log is told what is going on
     */
    static LocalJob prepare(Settings settings, int mostRestarts, Consumer<String> log)
            throws IOException {
        int parallelism =
                settings.job().parallelism() > 0
                        ? settings.job().parallelism()
                        : Math.max(1, Runtime.getRuntime().availableProcessors());
        TemporaryFolder checkpoints = TemporaryFolder.create("sightline-checkpoints");
        try {
            StreamExecutionEnvironment env =
                    StreamExecutionEnvironment.createLocalEnvironment(
                            parallelism, LocalCluster.configuration(mostRestarts, checkpoints));
            VideoEventsJob.prepare(env, settings, log);
            return new LocalJob(env, settings.job().name(), checkpoints);
        } catch (RuntimeException e) {
            checkpoints.close();
            throw e;
        }
    }

    /** Starts the job. */
    synchronized void start() throws Exception {
        if (closed) {
            throw new CommandFailure("interrupted");
        }
        client = env.executeAsync(name);
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

    /** Cancels the job if it runs, waits until it has gone, and deletes its checkpoints. */
    @Override
    public synchronized void close() {
        closed = true;
        if (client != null && !status().isGloballyTerminalState()) {
            client.cancel().exceptionally(unused -> null).join();
            result().handle((result, failure) -> null)
                    .completeOnTimeout(null, CANCEL_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
        checkpoints.close();
    }
}
