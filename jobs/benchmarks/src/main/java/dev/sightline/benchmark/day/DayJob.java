// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.clip.ModelBundle;
import dev.sightline.event.EventFactory;
import dev.sightline.event.ModelBlock;
import dev.sightline.event.ProducerBlock;
import dev.sightline.event.QueryEvents;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.Topic;
import dev.sightline.job.Environment;
import dev.sightline.job.Outputs;
import dev.sightline.job.Plan;
import dev.sightline.job.Topology;
import dev.sightline.job.settings.JobSettings;
import dev.sightline.match.ArmingSettings;
import dev.sightline.match.InitialQueries;
import dev.sightline.match.QueryCommand;
import dev.sightline.picture.PictureSettings;
import dev.sightline.scene.SceneSettings;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.SourceKind;
import dev.sightline.video.live.LiveSettings;
import dev.sightline.video.live.LiveSource;
import dev.sightline.video.live.Registration;
import dev.sightline.video.live.RegistrationFeed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The stages of the real job in a cluster of this process, with a simulated camera before them and
 * nothing but counters behind.
 *
 * @param bundle arms the queries
 * @param folder for checkpoints and pictures
 * @param streamId the day's
 * @param queries that stand
 * @param encoder in place of the image tower
 */
record DayJob(
        ModelBundle bundle,
        Path folder,
        String streamId,
        List<QueryRequest> queries,
        StubEncoder encoder) {

    private static final String NAME = "day";
    private static final int PARALLELISM = 2;
    private static final int IN_FLIGHT = 16;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(50);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(1);

    /** Timers go by the host's clock: a day that passes in minutes has as many beats as another. */
    private static final Duration HEARTBEAT = Duration.ofMillis(30);

    /** Starts it. */
    JobClient start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        Checkpoints.follow(configuration);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(PARALLELISM, configuration);
        String checkpoints = folder.resolve("checkpoints").toUri().toString();
        Environment.configure(
                env, new JobSettings(NAME, PARALLELISM, CHECKPOINT_INTERVAL, checkpoints));
        // What is simulated cannot be simulated again from the middle on.
        env.configure(new Configuration().set(RestartStrategyOptions.RESTART_STRATEGY, "disable"));
        LiveSource source =
                new LiveSource(
                        RegistrationFeed.of(List.of(registration())),
                        LiveSettings.DEFAULT,
                        Day::camera);
        Topology.define(
                env.fromSource(source, WatermarkStrategy.noWatermarks(), "streams").uid("streams"),
                null,
                null,
                encoder,
                plan(),
                outputs());
        return env.executeAsync(NAME);
    }

    private Registration registration() {
        return new Registration(
                streamId,
                "rtsp://camera.example/" + streamId,
                SourceKind.RTSP,
                "",
                INTERVAL.toMillis(),
                null,
                IgnoreRegions.NONE,
                true);
    }

    private Plan plan() {
        ModelBlock model = new ModelBlock(bundle.name(), bundle.digest(), bundle.dimension());
        ProducerBlock producer = new ProducerBlock(NAME, "1");
        return new Plan(
                new ArmingSettings(bundle.folder().toString(), bundle.digest(), INTERVAL),
                IN_FLIGHT,
                SceneSettings.DEFAULT,
                new InitialQueries(queries.stream().map(QueryCommand::ofSettings).toList(), 0),
                new EventFactory(model, producer, Clock.systemUTC()),
                new QueryEvents(model, producer, Clock.systemUTC()),
                new PictureSettings(
                        folder.resolve("pictures").toUri(),
                        320,
                        Duration.ZERO,
                        false,
                        Duration.ZERO),
                HEARTBEAT,
                CLOCK_DRIFT);
    }

    private Outputs outputs() {
        return new Outputs(
                counted(Topic.SCENE_CHANGES),
                counted(Topic.QUERY_MATCHES),
                counted(Topic.STREAM_STATUS),
                counted(Topic.EMBEDDINGS),
                counted(Topic.ERRORS),
                counted(Topic.QUERY_STATUS));
    }

    private <T> Consumer<DataStream<T>> counted(Topic topic) {
        return events ->
                events.sinkTo(new CountingSink<>(streamId, topic))
                        .uid(topic.topicName())
                        .name(topic.topicName());
    }
}
