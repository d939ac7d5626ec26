// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of the job itself. */
final class JobOptions {

    static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            key("checkpoint-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "Time between checkpoints; with exactly-once also the delay of events.");

    static final ConfigOption<String> CHECKPOINT_DIR =
            key("checkpoint-dir")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Where checkpoints are kept, as a URI; without it, where the cluster"
                                    + " keeps them.");

    static final ConfigOption<Integer> PARALLELISM =
            key("parallelism")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "Tasks of each stage, which is also the number of files read at a time;"
                                    + " 0 for the cluster's default.");

    static final ConfigOption<String> JOB_NAME =
            key("job-name")
                    .stringType()
                    .defaultValue("sightline")
                    .withDescription(
                            "Name of the job. It is part of the transactions' ids: two jobs on one"
                                    + " Kafka need two names.");

    static final List<ConfigOption<?>> ALL =
            List.of(CHECKPOINT_INTERVAL, CHECKPOINT_DIR, PARALLELISM, JOB_NAME);

    private JobOptions() {}
}
