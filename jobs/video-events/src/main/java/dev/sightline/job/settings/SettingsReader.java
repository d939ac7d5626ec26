// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.clip.BatchSettings;
import dev.sightline.clip.ModelSettings;
import dev.sightline.picture.PictureSettings;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes settings of the values that were given, or says everything that is wrong with them. */
final class SettingsReader {

    private static final String BUNDLED_MODEL = "deploy/models/sightline-mini";

    /** The queue of the batcher holds some batches, so that a slow run does not empty it. */
    private static final int QUEUED_BATCHES = 4;

    private static final int SMALLEST_PICTURE = 32;

    /** A picture travels with its sample; four times the usual pixels are 64 KiB. */
    private static final int LARGEST_PICTURE = 640;

    private final OptionValues values;
    private final Map<String, String> kafka;
    private final Path home;

    /**
     * @param texts values by key
     * @param kafka client properties without their prefix
     * @param home where the bundled model is looked for
     */
    SettingsReader(Map<String, List<String>> texts, Map<String, String> kafka, Path home) {
        this.kafka = kafka;
        this.home = home;
        this.values = new OptionValues(texts);
    }

    Settings read() {
        Settings settings =
                new Settings(
                        video(),
                        new StreamValues(values)
                                .read(values.positive(SamplingOptions.INTERVAL), policies()),
                        model(),
                        values.get(ModelOptions.IN_FLIGHT, count -> count > 0, "at least 1"),
                        values.notNegative(SceneOptions.MIN_SCENE_LENGTH),
                        new QueryValues(values).read(),
                        pictures(),
                        kafka(),
                        job(),
                        new EffectiveValues(values.configuration(), kafka).masked());
        if (!values.problems().isEmpty()) {
            throw new SettingsException(values.problems());
        }
        return settings;
    }

    private VideoSettings video() {
        boolean files = !values.optional(SourceOptions.SOURCE).orElse(List.of()).isEmpty();
        boolean streams = !values.optional(SourceOptions.STREAM).orElse(List.of()).isEmpty();
        if (!files && !streams && !values.flag(LiveOptions.STREAM_TOPIC)) {
            values.problem(
                    "source: nothing to read; give a file or a directory, a stream with --stream,"
                            + " or --stream-topic true for those that are registered");
        }
        Duration interval = values.positive(SamplingOptions.INTERVAL);
        VideoSource.Watch watch =
                new VideoSource.Watch(
                        values.positive(SourceOptions.WATCH_INTERVAL),
                        values.positive(SourceOptions.WATCH_SETTLE));
        return new VideoSettings(
                values.parsed(SourceOptions.SOURCE, SourceLocation::parse),
                values.flag(SourceOptions.WATCH) ? watch : null,
                policies(),
                interval,
                values.notNegative(SamplingOptions.RANGE_LENGTH),
                values.count(SamplingOptions.DECODER_THREADS, 0),
                values.get(SamplingOptions.MAX_PIXELS, n -> n > 0, "a whole number above 0"),
                values.flag(SceneOptions.SCENE_CHANGES));
    }

    private SamplingPolicies policies() {
        return new SamplingPolicies(
                values.get(
                        SamplingOptions.DECODE,
                        d -> true,
                        "exact, economy, keyframes or everything"),
                values.parsed(SamplingOptions.DECODE_STREAM, SamplingPolicies.Rule::parse));
    }

    private ModelSettings model() {
        Path path =
                values.optional(ModelOptions.MODEL)
                        .map(Path::of)
                        .orElseGet(() -> home.resolve(BUNDLED_MODEL))
                        .toAbsolutePath()
                        .normalize();
        if (!Files.isDirectory(path)) {
            values.problem(
                    "model: there is no folder "
                            + path
                            + "; give the folder of a model bundle, or set SIGHTLINE_HOME");
        }
        int size = values.count(ModelOptions.BATCH_SIZE, 1);
        return new ModelSettings(
                path.toString(),
                values.get(ModelOptions.DEVICE, d -> true, "auto, cpu or cuda"),
                values.count(ModelOptions.MODEL_THREADS, 0),
                new BatchSettings(
                        Math.max(1, size),
                        values.notNegative(ModelOptions.BATCH_WAIT),
                        Math.max(1, size) * QUEUED_BATCHES),
                values.positive(ModelOptions.CANARY_INTERVAL));
    }

    private PictureSettings pictures() {
        URI location = null;
        try {
            location =
                    PictureLocation.parse(
                            values.get(PictureOptions.PICTURES, text -> true, "a folder"));
        } catch (IllegalArgumentException e) {
            values.problem(PictureOptions.PICTURES.key() + ": " + e.getMessage());
        }
        boolean samples = values.flag(PictureOptions.SAMPLE_PICTURES);
        if (samples && !values.flag(KafkaOptions.EMBEDDINGS)) {
            values.problem("sample-pictures: goes with embeddings, which are switched off");
        }
        return new PictureSettings(
                location,
                values.get(
                        PictureOptions.PICTURE_SIZE,
                        n -> n >= SMALLEST_PICTURE && n <= LARGEST_PICTURE,
                        "a whole number from " + SMALLEST_PICTURE + " to " + LARGEST_PICTURE),
                values.notNegative(PictureOptions.PICTURE_RETENTION),
                samples,
                values.notNegative(PictureOptions.SAMPLE_PICTURE_RETENTION));
    }

    private KafkaSettings kafka() {
        if (kafka.getOrDefault("bootstrap.servers", "").isBlank()) {
            values.problem("kafka.bootstrap.servers: empty; give host:port of a broker");
        }
        return new KafkaSettings(
                Map.copyOf(kafka),
                values.get(KafkaOptions.DELIVERY, d -> true, "exactly-once or at-least-once"),
                values.flag(KafkaOptions.EMBEDDINGS),
                values.count(KafkaOptions.TOPIC_PARTITIONS, 1),
                values.count(KafkaOptions.TOPIC_REPLICATION, 1),
                values.positive(KafkaOptions.TOPIC_RETENTION),
                values.flag(KafkaOptions.TOPIC_COMPACTION),
                values.notNegative(KafkaOptions.KAFKA_WAIT));
    }

    private JobSettings job() {
        return new JobSettings(
                values.get(JobOptions.JOB_NAME, name -> !name.isBlank(), "a name"),
                values.count(JobOptions.PARALLELISM, 0),
                values.positive(JobOptions.CHECKPOINT_INTERVAL),
                values.optional(JobOptions.CHECKPOINT_DIR).orElse(null));
    }
}
