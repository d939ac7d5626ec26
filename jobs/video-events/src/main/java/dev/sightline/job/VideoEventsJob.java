// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job;

import dev.sightline.clip.EmbedFunction;
import dev.sightline.clip.ModelBundle;
import dev.sightline.clip.ModelException;
import dev.sightline.event.ErrorEvent;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.RegistrationEvents;
import dev.sightline.event.Topic;
import dev.sightline.job.kafka.ControlTopicSnapshot;
import dev.sightline.job.kafka.EventSinks;
import dev.sightline.job.kafka.KafkaRegistrations;
import dev.sightline.job.kafka.KafkaUnavailable;
import dev.sightline.job.kafka.QueryTopic;
import dev.sightline.job.kafka.RegistrationReader;
import dev.sightline.job.kafka.StreamTopic;
import dev.sightline.job.kafka.Topics;
import dev.sightline.job.settings.Settings;
import dev.sightline.job.settings.SettingsException;
import dev.sightline.job.settings.SettingsParser;
import dev.sightline.match.ArmingSettings;
import dev.sightline.match.InitialQueries;
import dev.sightline.match.QueryCommand;
import dev.sightline.scene.SceneSettings;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.live.LiveSource;
import dev.sightline.video.live.MediaConnectors;
import dev.sightline.video.live.Registration;
import dev.sightline.video.live.RegistrationFeed;
import dev.sightline.video.source.RangeLength;
import dev.sightline.video.source.SampleReaderFactory;
import dev.sightline.video.source.VideoSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches videos and writes what it finds to Kafka. */
public final class VideoEventsJob {

    private static final Logger LOG = LoggerFactory.getLogger(VideoEventsJob.class);

    private static final int USAGE = 2;

    private final Settings settings;
    private final ModelBundle bundle;
    private final Consumer<String> log;

    private VideoEventsJob(Settings settings, ModelBundle bundle, Consumer<String> log) {
        this.settings = settings;
        this.bundle = bundle;
        this.log = log;
    }

    /** Runs the job where Flink's client says; {@code --help} lists the settings. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        if (given.contains("--help") || given.contains("-h")) {
            System.out.println(SettingsParser.help("flink run video-events.jar"));
            return;
        }
        try {
            Settings settings = new SettingsParser(System.getenv()).parse(given);
            StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
            prepare(env, settings, LOG::info);
            env.execute(settings.job().name());
        } catch (SettingsException | ModelException | KafkaUnavailable e) {
            // The message is for the user; Flink's client would bury it in a stack trace.
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    /**
     * Defines the job: loads the model's description, waits for Kafka, creates topics, reads the
     * queries that stand in the control topic.
     *
     * @param log is told what is going on
     * @throws ModelException if the bundle cannot be used
     * @throws KafkaUnavailable if there is no broker in time
     */
    public static void prepare(
            StreamExecutionEnvironment env, Settings settings, Consumer<String> log) {
        LOG.info("settings in force:\n{}", settings.describe());
        ModelBundle bundle = ModelBundle.load(Path.of(settings.model().path()));
        new VideoEventsJob(settings, bundle, log).define(env);
    }

    private void define(StreamExecutionEnvironment env) {
        Topics.ensure(settings.kafka(), log);
        ControlTopicSnapshot snapshot =
                ControlTopicSnapshot.read(settings.kafka(), Topic.QUERIES.topicName());
        Environment.configure(env, settings.job());
        Topology.define(
                samples(env),
                endless() ? queries(env, snapshot) : null,
                settings.streams().topic() ? registrationErrors(env) : null,
                new EmbedFunction(bundle.digest(), settings.model()),
                plan(initial(snapshot)),
                outputs());
    }

    private InitialQueries initial(ControlTopicSnapshot snapshot) {
        List<QueryCommand> commands = new ArrayList<>();
        settings.queries().forEach(query -> commands.add(QueryCommand.ofSettings(query)));
        commands.addAll(QueryTopic.commands(snapshot));
        return new InitialQueries(commands, System.currentTimeMillis());
    }

    private boolean endless() {
        return settings.video().watch() != null || settings.streams().any();
    }

    private DataStream<TimelineRecord> samples(StreamExecutionEnvironment env) {
        DecoderSettings decoder =
                settings.video()
                        .decoder(
                                bundle.geometry(),
                                settings.pictures().previewSize(),
                                env.getParallelism());
        if (!settings.streams().any()) {
            return files(env, decoder);
        }
        DataStream<TimelineRecord> live = live(env, decoder);
        return settings.video().locations().isEmpty() ? live : live.union(files(env, decoder));
    }

    private DataStream<TimelineRecord> files(
            StreamExecutionEnvironment env, DecoderSettings decoder) {
        VideoSource source =
                new VideoSource(
                        settings.video().locations(),
                        settings.video().watch(),
                        RangeLength.of(settings.video().rangeLength(), settings.video().interval()),
                        SampleReaderFactory.files(decoder, settings.video().decode()));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "videos").uid("videos");
    }

    private DataStream<TimelineRecord> live(
            StreamExecutionEnvironment env, DecoderSettings decoder) {
        List<Registration> fixed = settings.streams().streams();
        LiveSource source =
                new LiveSource(
                        settings.streams().topic()
                                ? new KafkaRegistrations(settings.kafka(), fixed, registrations())
                                : RegistrationFeed.of(fixed),
                        settings.streams().live(),
                        new MediaConnectors(settings.streams().connections(decoder)));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "streams").uid("streams");
    }

    private RegistrationReader registrations() {
        return new RegistrationReader(
                settings.video().decode(),
                settings.streams().trustRegistrations(),
                settings.streams().streams().stream()
                        .map(Registration::streamId)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private DataStream<ErrorEvent> registrationErrors(StreamExecutionEnvironment env) {
        RegistrationEvents events = new RegistrationEvents(producer(), Clock.systemUTC());
        return env.fromSource(
                        StreamTopic.errors(settings.kafka(), registrations(), events),
                        WatermarkStrategy.noWatermarks(),
                        "stream topic")
                .uid("stream-topic")
                .setParallelism(1);
    }

    private ProducerBlock producer() {
        return new ProducerBlock(settings.job().name(), Version.current());
    }

    /** A run that ends with its files must not wait for queries that may come. */
    private DataStream<QueryCommand> queries(
            StreamExecutionEnvironment env, ControlTopicSnapshot snapshot) {
        return env.fromSource(
                        QueryTopic.source(settings.kafka(), snapshot.next()),
                        WatermarkStrategy.noWatermarks(),
                        "query topic")
                .uid("query-topic")
                .setParallelism(1);
    }

    private Plan plan(InitialQueries queries) {
        ModelBlock model =
                new ModelBlock(
                        bundle.manifest().name(), bundle.digest(), bundle.manifest().dimension());
        ProducerBlock producer = producer();
        return new Plan(
                new ArmingSettings(
                        settings.model().path(),
                        bundle.digest(),
                        settings.video().interval(),
                        settings.streams().allowed()),
                settings.inFlight(),
                new SceneSettings(
                        settings.minSceneLength().toMillis(), SceneSettings.DEFAULT.lastingMs()),
                queries,
                new EventFactory(model, producer, Clock.systemUTC()),
                new QueryEvents(model, producer, Clock.systemUTC()),
                settings.pictures(),
                settings.streams().heartbeat(),
                settings.streams().clockDrift());
    }

    private Outputs outputs() {
        EventSinks sinks = new EventSinks(settings.kafka(), settings.job().name());
        return new Outputs(
                sinks.to(Topic.SCENE_CHANGES),
                sinks.to(Topic.QUERY_MATCHES),
                sinks.to(Topic.STREAM_STATUS),
                settings.kafka().embeddings() ? sinks.to(Topic.EMBEDDINGS) : null,
                sinks.to(Topic.ERRORS),
                sinks.to(Topic.QUERY_STATUS));
    }
}
