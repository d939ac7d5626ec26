// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.apache.flink.configuration.ConfigOptions.key;

import dev.sightline.clip.Device;
import dev.sightline.scene.SceneSettings;
import dev.sightline.video.decode.SamplingPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;

/** Every setting: its name in the file and on the command line, its type, default and effect. */
public final class Options {

    /** How events are delivered. */
    public enum Delivery {
        /** In Kafka transactions that commit with each checkpoint. */
        EXACTLY_ONCE,
        /** At once; a recovery writes some events again, with the same ids. */
        AT_LEAST_ONCE
    }

    public static final ConfigOption<List<String>> SOURCE =
            key("source")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "File or directory to read, as PATH or ID=PATH; can be repeated. A"
                                    + " directory's files are found by their extension.");

    public static final ConfigOption<Boolean> WATCH =
            key("watch")
                    .booleanType()
                    .defaultValue(false)
                    .withDescription(
                            "Go on looking for files that arrive, instead of ending with those that"
                                    + " are there.");

    public static final ConfigOption<Duration> WATCH_INTERVAL =
            key("watch-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(2))
                    .withDescription("Time between two looks for new files.");

    public static final ConfigOption<Duration> WATCH_SETTLE =
            key("watch-settle")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(5))
                    .withDescription(
                            "How long a new file must be unchanged to be taken as complete.");

    public static final ConfigOption<Duration> INTERVAL =
            key("interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription("Distance of samples, in media time.");

    public static final ConfigOption<SamplingPolicy> DECODE =
            key("decode")
                    .enumType(SamplingPolicy.class)
                    .defaultValue(SamplingPolicy.EXACT)
                    .withDescription(
                            "Which frames are samples. exact: the first at or after each grid"
                                    + " point. economy: the nearest keyframe within half an"
                                    + " interval, else exact. keyframes: keyframes alone."
                                    + " everything: exact, with every frame decoded.");

    public static final ConfigOption<List<String>> DECODE_STREAM =
            key("decode-stream")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "STREAM=POLICY, which overrules decode for one stream, or for those"
                                    + " that a glob such as gate/* fits; can be repeated, and the"
                                    + " first that fits counts.");

    public static final ConfigOption<Duration> RANGE_LENGTH =
            key("range-length")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(2))
                    .withDescription(
                            "How much of a long file one task reads at a time, in media time, so"
                                    + " that several tasks share a file; 0s to leave files whole.");

    public static final ConfigOption<Integer> DECODER_THREADS =
            key("decoder-threads")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "Threads of each decoder; 0 divides the machine's cores by the"
                                    + " parallelism.");

    public static final ConfigOption<Long> MAX_PIXELS =
            key("max-pixels")
                    .longType()
                    .defaultValue(67_108_864L)
                    .withDescription(
                            "Largest picture that is decoded, in pixels; a larger one fails its"
                                    + " file, not the job.");

    public static final ConfigOption<String> MODEL =
            key("model")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Folder of the model bundle, at the same path on every machine."
                                    + " Without it: deploy/models/sightline-mini below"
                                    + " SIGHTLINE_HOME or the working directory.");

    public static final ConfigOption<Device> DEVICE =
            key("device")
                    .enumType(Device.class)
                    .defaultValue(Device.AUTO)
                    .withDescription(
                            "Where the image tower runs: auto, cpu or cuda. cuda fails where no"
                                    + " CUDA device really works; auto then takes the CPU.");

    public static final ConfigOption<Integer> MODEL_THREADS =
            key("model-threads")
                    .intType()
                    .defaultValue(0)
                    .withDescription("Threads of the image tower on the CPU; 0 for all cores.");

    public static final ConfigOption<Integer> BATCH_SIZE =
            key("batch-size")
                    .intType()
                    .defaultValue(16)
                    .withDescription("Most samples in one run of the model.");

    public static final ConfigOption<Duration> BATCH_WAIT =
            key("batch-wait")
                    .durationType()
                    .defaultValue(Duration.ofMillis(10))
                    .withDescription("How long a sample waits for others to fill its batch.");

    public static final ConfigOption<Integer> IN_FLIGHT =
            key("in-flight")
                    .intType()
                    .defaultValue(32)
                    .withDescription(
                            "Most samples of one task that wait for their vectors; bounds memory"
                                    + " and the size of checkpoints.");

    public static final ConfigOption<Boolean> SCENE_CHANGES =
            key("scene-changes")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Look for cuts and gradual changes between the samples. Without,"
                                    + " videos cost less to decode, and of scene changes only"
                                    + " semantic ones and interruptions are told.");

    public static final ConfigOption<Duration> MIN_SCENE_LENGTH =
            key("min-scene-length")
                    .durationType()
                    .defaultValue(Duration.ofMillis(SceneSettings.DEFAULT.minimumSceneMs()))
                    .withDescription(
                            "A scene change that comes sooner after another is part of it.");

    public static final ConfigOption<List<String>> QUERY =
            key("query")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "Text to look for; can be repeated. More queries can be given through"
                                    + " the topic video.queries.v1.");

    public static final ConfigOption<Double> ALARM_BUDGET =
            key("alarm-budget")
                    .doubleType()
                    .defaultValue(1.0)
                    .withDescription(
                            "False alarms a day that are bearable, for each of these queries on"
                                    + " each stream.");

    public static final ConfigOption<Duration> MIN_MATCH_DURATION =
            key("min-match-duration")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(2))
                    .withDescription("How long a query must match before the match opens.");

    public static final ConfigOption<Duration> MATCH_COOLDOWN =
            key("match-cooldown")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription("How long after a match no new one of its query opens.");

    public static final ConfigOption<Boolean> EMBEDDINGS =
            key("embeddings")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Publish the vector of every sample.");

    public static final ConfigOption<Delivery> DELIVERY =
            key("delivery")
                    .enumType(Delivery.class)
                    .defaultValue(Delivery.EXACTLY_ONCE)
                    .withDescription(
                            "exactly-once: events become visible with each checkpoint, to consumers"
                                    + " that read committed records. at-least-once: at once, some"
                                    + " twice after a failure, with the same ids.");

    public static final ConfigOption<Integer> TOPIC_PARTITIONS =
            key("topic-partitions")
                    .intType()
                    .defaultValue(1)
                    .withDescription("Partitions of topics that the job creates.");

    public static final ConfigOption<Integer> TOPIC_REPLICATION =
            key("topic-replication")
                    .intType()
                    .defaultValue(1)
                    .withDescription("Replicas of topics that the job creates.");

    public static final ConfigOption<Duration> TOPIC_RETENTION =
            key("topic-retention")
                    .durationType()
                    .defaultValue(Duration.ofDays(7))
                    .withDescription("How long topics that the job creates keep events.");

    public static final ConfigOption<Boolean> TOPIC_COMPACTION =
            key("topic-compaction")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription(
                            "Compact the topics of queries, query states and streams, of which the"
                                    + " last record of a key counts, when the job creates them;"
                                    + " false keeps every record for ever.");

    public static final ConfigOption<Duration> KAFKA_WAIT =
            key("kafka-wait")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(60))
                    .withDescription("How long starting waits for a broker that is away.");

    public static final ConfigOption<Duration> CHECKPOINT_INTERVAL =
            key("checkpoint-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(10))
                    .withDescription(
                            "Time between checkpoints; with exactly-once also the delay of events.");

    public static final ConfigOption<String> CHECKPOINT_DIR =
            key("checkpoint-dir")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Where checkpoints are kept, as a URI; without it, where the cluster"
                                    + " keeps them.");

    public static final ConfigOption<Integer> PARALLELISM =
            key("parallelism")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "Tasks of each stage, which is also the number of files read at a time;"
                                    + " 0 for the cluster's default.");

    public static final ConfigOption<String> JOB_NAME =
            key("job-name")
                    .stringType()
                    .defaultValue("sightline")
                    .withDescription(
                            "Name of the job. It is part of the transactions' ids: two jobs on one"
                                    + " Kafka need two names.");

    /** Prefix of settings that go to the Kafka clients as they are. */
    public static final String KAFKA_PREFIX = "kafka.";

    /** The broker that is used if none is given. */
    static final String DEFAULT_BOOTSTRAP = "localhost:9092";

    private static final Map<String, List<ConfigOption<?>>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Source", List.of(SOURCE, WATCH, WATCH_INTERVAL, WATCH_SETTLE));
        GROUPS.put(
                "Sampling",
                List.of(
                        INTERVAL,
                        DECODE,
                        DECODE_STREAM,
                        RANGE_LENGTH,
                        DECODER_THREADS,
                        MAX_PIXELS));
        GROUPS.put(
                "Model", List.of(MODEL, DEVICE, MODEL_THREADS, BATCH_SIZE, BATCH_WAIT, IN_FLIGHT));
        GROUPS.put("Scenes", List.of(SCENE_CHANGES, MIN_SCENE_LENGTH));
        GROUPS.put("Queries", List.of(QUERY, ALARM_BUDGET, MIN_MATCH_DURATION, MATCH_COOLDOWN));
        GROUPS.put("Pictures", PictureOptions.ALL);
        GROUPS.put(
                "Kafka",
                List.of(
                        DELIVERY,
                        EMBEDDINGS,
                        TOPIC_PARTITIONS,
                        TOPIC_REPLICATION,
                        TOPIC_RETENTION,
                        TOPIC_COMPACTION,
                        KAFKA_WAIT));
        GROUPS.put("Job", List.of(CHECKPOINT_INTERVAL, CHECKPOINT_DIR, PARALLELISM, JOB_NAME));
    }

    private Options() {}

    /** All options by the group under which help lists them. */
    public static Map<String, List<ConfigOption<?>>> groups() {
        return Collections.unmodifiableMap(GROUPS);
    }

    /** All options. */
    public static List<ConfigOption<?>> all() {
        return GROUPS.values().stream().<ConfigOption<?>>flatMap(List::stream).toList();
    }
}
