// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import dev.sightline.clip.Device;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;

/** The settings of the model and its batches. */
final class ModelOptions {

    static final ConfigOption<String> MODEL =
            key("model")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Folder of the model bundle, at the same path on every machine."
                                    + " Without it: deploy/models/sightline-mini below"
                                    + " SIGHTLINE_HOME or the working directory.");

    static final ConfigOption<Device> DEVICE =
            key("device")
                    .enumType(Device.class)
                    .defaultValue(Device.AUTO)
                    .withDescription(
                            "Where the image tower runs: auto, cpu or cuda. cuda fails where no"
                                    + " CUDA device really works; auto then takes the CPU.");

    static final ConfigOption<Integer> MODEL_THREADS =
            key("model-threads")
                    .intType()
                    .defaultValue(0)
                    .withDescription("Threads of the image tower on the CPU; 0 for all cores.");

    static final ConfigOption<Integer> BATCH_SIZE =
            key("batch-size")
                    .intType()
                    .defaultValue(16)
                    .withDescription("Most samples in one run of the model.");

    static final ConfigOption<Duration> BATCH_WAIT =
            key("batch-wait")
                    .durationType()
                    .defaultValue(Duration.ofMillis(10))
                    .withDescription("How long a sample waits for others to fill its batch.");

    static final ConfigOption<Duration> CANARY_INTERVAL =
            key("canary-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "Time between two checks of each loaded model with a reference picture"
                                    + " of its bundle; a model that fails one stops serving.");

    static final ConfigOption<Integer> IN_FLIGHT =
            key("in-flight")
                    .intType()
                    .defaultValue(32)
                    .withDescription(
                            "Most samples of one task that wait for their vectors; bounds memory"
                                    + " and the size of checkpoints.");

    static final List<ConfigOption<?>> ALL =
            List.of(
                    MODEL,
                    DEVICE,
                    MODEL_THREADS,
                    BATCH_SIZE,
                    BATCH_WAIT,
                    CANARY_INTERVAL,
                    IN_FLIGHT);

    private ModelOptions() {}
}
