// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import dev.sightline.clip.BatchSettings;
import dev.sightline.clip.ModelSettings;
import dev.sightline.event.MalformedRequest;
import dev.sightline.event.QueryRequest;
import dev.sightline.picture.PictureSettings;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/** Turns texts into checked values and collects every problem on the way. */
final class SettingsReader {

    private static final String BUNDLED_MODEL = "deploy/models/sightline-mini";

    /** The queue of the batcher holds some batches, so that a slow run does not empty it. */
    private static final int QUEUED_BATCHES = 4;

    private static final Set<ConfigOption<?>> ENUMERATIONS =
            Set.of(Options.DECODE, Options.DELIVERY, Options.DEVICE);

    /** Options that can be given several times. */
    static final Set<ConfigOption<?>> LISTS =
            Set.of(Options.SOURCE, Options.DECODE_STREAM, Options.QUERY);

    private static final int SMALLEST_PICTURE = 32;

    /** A picture travels with its sample; four times the usual pixels are 64 KiB. */
    private static final int LARGEST_PICTURE = 640;

    private final Configuration values = new Configuration();
    private final Map<String, String> kafka;
    private final Path home;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param texts values by key
     * @param kafka client properties without their prefix
     * @param home where the bundled model is looked for
     */
    SettingsReader(Map<String, List<String>> texts, Map<String, String> kafka, Path home) {
        this.kafka = kafka;
        this.home = home;
        for (ConfigOption<?> option : Options.all()) {
            List<String> given = texts.get(option.key());
            if (given != null) {
                set(option, given);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void set(ConfigOption<?> option, List<String> given) {
        if (LISTS.contains(option)) {
            values.set((ConfigOption<List<String>>) option, given);
        } else {
            // Enumerations are written with hyphens everywhere else.
            String text = given.get(given.size() - 1).strip();
            boolean enumeration = ENUMERATIONS.contains(option);
            values.setString(option.key(), enumeration ? text.replace('-', '_') : text);
        }
    }

    Settings read() {
        Settings settings =
                new Settings(
                        video(),
                        model(),
                        get(Options.IN_FLIGHT, count -> count > 0, "at least 1"),
                        notNegative(Options.MIN_SCENE_LENGTH),
                        queries(),
                        pictures(),
                        kafka(),
                        job(),
                        new EffectiveValues(values, kafka).masked());
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return settings;
    }

    private <T> T get(ConfigOption<T> option, Predicate<T> allowed, String range) {
        try {
            T value = values.get(option);
            if (value != null && allowed.test(value)) {
                return value;
            }
            problems.add(option.key() + ": " + value + " is not allowed; " + range);
        } catch (IllegalArgumentException e) {
            String text = values.toMap().get(option.key());
            problems.add(option.key() + ": '" + text + "' is not readable; " + range);
        }
        return option.defaultValue();
    }

    private Duration positive(ConfigOption<Duration> option) {
        return get(option, d -> d.toMillis() > 0, "a duration such as 2s or 500ms, above 0");
    }

    private Duration notNegative(ConfigOption<Duration> option) {
        return get(option, d -> !d.isNegative(), "a duration such as 2s or 500ms");
    }

    private int count(ConfigOption<Integer> option, int least) {
        return get(option, n -> n >= least, "a whole number, at least " + least);
    }

    private boolean flag(ConfigOption<Boolean> option) {
        return get(option, b -> true, "true or false");
    }

    private VideoSettings video() {
        if (values.getOptional(Options.SOURCE).orElse(List.of()).isEmpty()) {
            problems.add("source: nothing to read; give a file or a directory");
        }
        VideoSource.Watch watch =
                new VideoSource.Watch(
                        positive(Options.WATCH_INTERVAL), positive(Options.WATCH_SETTLE));
        return new VideoSettings(
                parsed(Options.SOURCE, SourceLocation::parse),
                flag(Options.WATCH) ? watch : null,
                policies(),
                positive(Options.INTERVAL),
                notNegative(Options.RANGE_LENGTH),
                count(Options.DECODER_THREADS, 0),
                get(Options.MAX_PIXELS, n -> n > 0, "a whole number above 0"),
                flag(Options.SCENE_CHANGES));
    }

    private SamplingPolicies policies() {
        return new SamplingPolicies(
                get(Options.DECODE, d -> true, "exact, economy, keyframes or everything"),
                parsed(Options.DECODE_STREAM, SamplingPolicies.Rule::parse));
    }

    /** The values of an option that can be given several times; what is wrong is a problem. */
    private <T> List<T> parsed(ConfigOption<List<String>> option, Function<String, T> parser) {
        List<T> parsed = new ArrayList<>();
        for (String text : values.getOptional(option).orElse(List.of())) {
            try {
                parsed.add(parser.apply(text));
            } catch (IllegalArgumentException e) {
                problems.add(option.key() + ": '" + text + "': " + e.getMessage());
            }
        }
        return List.copyOf(parsed);
    }

    private ModelSettings model() {
        Path path =
                values.getOptional(Options.MODEL)
                        .map(Path::of)
                        .orElseGet(() -> home.resolve(BUNDLED_MODEL))
                        .toAbsolutePath()
                        .normalize();
        if (!Files.isDirectory(path)) {
            problems.add(
                    "model: there is no folder "
                            + path
                            + "; give the folder of a model bundle, or set SIGHTLINE_HOME");
        }
        int size = count(Options.BATCH_SIZE, 1);
        return new ModelSettings(
                path.toString(),
                get(Options.DEVICE, d -> true, "auto, cpu or cuda"),
                count(Options.MODEL_THREADS, 0),
                new BatchSettings(
                        Math.max(1, size),
                        notNegative(Options.BATCH_WAIT),
                        Math.max(1, size) * QUEUED_BATCHES));
    }

    private List<QueryRequest> queries() {
        double budget = get(Options.ALARM_BUDGET, n -> n > 0, "a number above 0, for example 1");
        long minDuration = notNegative(Options.MIN_MATCH_DURATION).toMillis();
        long cooldown = notNegative(Options.MATCH_COOLDOWN).toMillis();
        List<QueryRequest> queries = new ArrayList<>();
        for (String text : values.getOptional(Options.QUERY).orElse(List.of())) {
            // The text is the id: the same query keeps its id whatever stands beside it.
            QueryRequest query =
                    new QueryRequest(text, text, List.of(), budget, null, minDuration, cooldown, 1);
            try {
                query.check();
                queries.add(query);
            } catch (MalformedRequest e) {
                problems.add("query: " + e.getMessage());
            }
        }
        return queries.stream().distinct().toList();
    }

    private PictureSettings pictures() {
        URI location = null;
        try {
            location =
                    PictureLocation.parse(get(PictureOptions.PICTURES, text -> true, "a folder"));
        } catch (IllegalArgumentException e) {
            problems.add(PictureOptions.PICTURES.key() + ": " + e.getMessage());
        }
        boolean samples = flag(PictureOptions.SAMPLE_PICTURES);
        if (samples && !flag(Options.EMBEDDINGS)) {
            problems.add("sample-pictures: goes with embeddings, which are switched off");
        }
        return new PictureSettings(
                location,
                get(
                        PictureOptions.PICTURE_SIZE,
                        n -> n >= SMALLEST_PICTURE && n <= LARGEST_PICTURE,
                        "a whole number from " + SMALLEST_PICTURE + " to " + LARGEST_PICTURE),
                notNegative(PictureOptions.PICTURE_RETENTION),
                samples,
                notNegative(PictureOptions.SAMPLE_PICTURE_RETENTION));
    }

    private KafkaSettings kafka() {
        if (kafka.getOrDefault("bootstrap.servers", "").isBlank()) {
            problems.add("kafka.bootstrap.servers: empty; give host:port of a broker");
        }
        return new KafkaSettings(
                Map.copyOf(kafka),
                get(Options.DELIVERY, d -> true, "exactly-once or at-least-once"),
                flag(Options.EMBEDDINGS),
                count(Options.TOPIC_PARTITIONS, 1),
                count(Options.TOPIC_REPLICATION, 1),
                positive(Options.TOPIC_RETENTION),
                flag(Options.TOPIC_COMPACTION),
                notNegative(Options.KAFKA_WAIT));
    }

    private JobSettings job() {
        return new JobSettings(
                get(Options.JOB_NAME, name -> !name.isBlank(), "a name"),
                count(Options.PARALLELISM, 0),
                positive(Options.CHECKPOINT_INTERVAL),
                values.getOptional(Options.CHECKPOINT_DIR).orElse(null));
    }
}
