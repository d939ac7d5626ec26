// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sightline.clip.Device;
import dev.sightline.event.QueryRequest;
import dev.sightline.picture.PictureSettings;
import dev.sightline.testdata.repository.Repository;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.SourceKind;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.live.Registration;
import dev.sightline.video.source.SourceLocation;
import dev.sightline.video.source.VideoSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsParserTest {

    @TempDir Path home;

    @BeforeEach
    void bundledModel() throws IOException {
        Files.createDirectories(home.resolve("deploy/models/sightline-mini"));
    }

    private Settings parse(String... arguments) {
        return new SettingsParser(Map.of("SIGHTLINE_HOME", home.toString()))
                .parse(List.of(arguments));
    }

    private Settings with(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--source", "/videos"));
        all.addAll(Arrays.asList(arguments));
        return parse(all.toArray(String[]::new));
    }

    @Test
    void hasTheDefaultsThatItsHelpStates() {
        Settings settings = with();
        assertThat(settings.video())
                .isEqualTo(
                        new VideoSettings(
                                List.of(new SourceLocation("", "/videos")),
                                null,
                                SamplingPolicies.all(SamplingPolicy.EXACT),
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(2),
                                0,
                                67_108_864,
                                true));
        assertThat(settings.model().path())
                .isEqualTo(home.resolve("deploy/models/sightline-mini").toString());
        assertThat(settings.model().device()).isEqualTo(Device.AUTO);
        assertThat(settings.model().threads()).isZero();
        assertThat(settings.model().batch().size()).isEqualTo(16);
        assertThat(settings.model().batch().patience()).isEqualTo(Duration.ofMillis(10));
        assertThat(settings.inFlight()).isEqualTo(32);
        assertThat(settings.minSceneLength()).isEqualTo(Duration.ofMillis(400));
        assertThat(settings.queries()).isEmpty();
        assertThat(settings.pictures())
                .isEqualTo(
                        new PictureSettings(
                                uri(Path.of("pictures")),
                                320,
                                Duration.ZERO,
                                false,
                                Duration.ofDays(1)));
        assertThat(settings.kafka())
                .isEqualTo(
                        new KafkaSettings(
                                Map.of("bootstrap.servers", "localhost:9092"),
                                Delivery.EXACTLY_ONCE,
                                true,
                                1,
                                1,
                                Duration.ofDays(7),
                                true,
                                Duration.ofSeconds(60)));
        assertThat(settings.job())
                .isEqualTo(new JobSettings("sightline", 0, Duration.ofSeconds(10), null));
    }

    @Test
    void takesEverySettingFromTheCommandLine() {
        Settings settings =
                parse(
                        "--source=gate=/a.mp4",
                        "--source",
                        "/b",
                        "--stream=door=rtsp://10.0.0.7/stream1",
                        "--stream-secret=door=env:SIGHTLINE_SECRET_DOOR",
                        "--watch",
                        "--watch-interval=3s",
                        "--watch-settle=4s",
                        "--decode=economy",
                        "--decode-stream=gate=keyframes",
                        "--decode-stream=a=b/*=Exact",
                        "--interval=500ms",
                        "--range-length=90s",
                        "--decoder-threads=2",
                        "--max-pixels=1000",
                        "--model=" + home,
                        "--device=cpu",
                        "--model-threads=3",
                        "--batch-size=8",
                        "--batch-wait=20ms",
                        "--in-flight=9",
                        "--scene-changes=false",
                        "--min-scene-length=2s",
                        "--query=a cat, or two",
                        "--query=a dog; a bird",
                        "--alarm-budget=0.5",
                        "--min-match-duration=1s",
                        "--match-cooldown=0s",
                        "--pictures=s3://bucket/events/",
                        "--picture-size=240",
                        "--picture-retention=30d",
                        "--sample-pictures=false",
                        "--sample-picture-retention=2h",
                        "--embeddings=false",
                        "--delivery=at-least-once",
                        "--topic-partitions=4",
                        "--topic-replication=3",
                        "--topic-retention=1d",
                        "--topic-compaction=false",
                        "--kafka-wait=5s",
                        "--checkpoint-interval=30s",
                        "--checkpoint-dir=file:///c",
                        "--parallelism=6",
                        "--job-name=yard",
                        "--kafka.bootstrap.servers=b:1",
                        "--kafka.ssl.protocol",
                        "TLSv1.3");
        assertThat(settings.video())
                .isEqualTo(
                        new VideoSettings(
                                List.of(
                                        new SourceLocation("gate", "/a.mp4"),
                                        new SourceLocation("", "/b")),
                                new VideoSource.Watch(Duration.ofSeconds(3), Duration.ofSeconds(4)),
                                new SamplingPolicies(
                                        SamplingPolicy.ECONOMY,
                                        List.of(
                                                new SamplingPolicies.Rule(
                                                        "gate", SamplingPolicy.KEYFRAMES),
                                                new SamplingPolicies.Rule(
                                                        "a=b/*", SamplingPolicy.EXACT))),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(90),
                                2,
                                1000,
                                false));
        assertThat(settings.streams().streams())
                .containsExactly(
                        new Registration(
                                "door",
                                "rtsp://10.0.0.7/stream1",
                                SourceKind.RTSP,
                                "env:SIGHTLINE_SECRET_DOOR",
                                500,
                                SamplingPolicy.ECONOMY,
                                IgnoreRegions.NONE,
                                true));
        assertThat(settings.model().path()).isEqualTo(home.toString());
        assertThat(settings.model().device()).isEqualTo(Device.CPU);
        assertThat(settings.model().threads()).isEqualTo(3);
        assertThat(settings.model().batch().size()).isEqualTo(8);
        assertThat(settings.model().batch().patience()).isEqualTo(Duration.ofMillis(20));
        assertThat(settings.inFlight()).isEqualTo(9);
        assertThat(settings.minSceneLength()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.queries())
                .containsExactly(
                        new QueryRequest(
                                "a cat, or two", "a cat, or two", List.of(), 0.5, null, 1000, 0, 1),
                        new QueryRequest(
                                "a dog; a bird",
                                "a dog; a bird",
                                List.of(),
                                0.5,
                                null,
                                1000,
                                0,
                                1));
        assertThat(settings.pictures())
                .isEqualTo(
                        new PictureSettings(
                                URI.create("s3://bucket/events"),
                                240,
                                Duration.ofDays(30),
                                false,
                                Duration.ofHours(2)));
        assertThat(settings.kafka())
                .isEqualTo(
                        new KafkaSettings(
                                Map.of("bootstrap.servers", "b:1", "ssl.protocol", "TLSv1.3"),
                                Delivery.AT_LEAST_ONCE,
                                false,
                                4,
                                3,
                                Duration.ofDays(1),
                                false,
                                Duration.ofSeconds(5)));
        assertThat(settings.job())
                .isEqualTo(new JobSettings("yard", 6, Duration.ofSeconds(30), "file:///c"));
    }

    @Test
    void aQueryMayBeWrittenInJsonAndComeFromAFile() throws IOException {
        Path file = home.resolve("queries.json");
        Files.writeString(file, "[{\"id\":\"q3\",\"text\":\"a cup\",\"cooldownMs\":7}]");
        Settings settings =
                with(
                        "--query",
                        "a cat",
                        "--query",
                        "{\"id\":\"q2\",\"text\":\"a dog\",\"alarmBudgetPerDay\":3}",
                        "--queries=" + file,
                        "--alarm-budget=2",
                        "--match-cooldown=1s");
        assertThat(settings.queries())
                .extracting(QueryRequest::id, QueryRequest::text)
                .containsExactly(
                        tuple("a cat", "a cat"), tuple("q2", "a dog"), tuple("q3", "a cup"));
        assertThat(settings.queries())
                .extracting(QueryRequest::alarmBudgetPerDay, QueryRequest::cooldownMs)
                .containsExactly(tuple(2.0, 1000L), tuple(3.0, 1000L), tuple(2.0, 7L));
    }

    @Test
    void whatIsWrongWithQueriesIsNamedWithItsPlace() throws IOException {
        Path file = home.resolve("queries.json");
        Files.writeString(
                file, "{\"text\":\"a cup\"} {\"text\":\"a cup\",\"version\":2} {\"not\":[]}");
        assertThatThrownBy(() -> with("--query={\"text\":5}", "--query={oops", "--queries=" + file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("query: 'text' has to be a text, found 5")
                .hasMessageContaining("query: not JSON")
                .hasMessageContaining("queries: two queries have the id 'a cup'")
                .hasMessageContaining("queries.json, query 3: 'text' is empty");
    }

    @Test
    void readsAFileThatTheCommandLineOverrules() throws IOException {
        Path file = home.resolve("settings.yaml");
        Files.writeString(
                file,
                """
                source: [/videos, /more]
                query:
                  - a cat
                interval: 2s
                watch: true
                batch-size: 4
                kafka:
                  bootstrap.servers: b:1
                  ssl:
                    protocol: TLSv1.2
                """);
        Settings settings = parse("--config", file.toString(), "--interval=3s", "--query=a dog");
        assertThat(settings.video().locations()).hasSize(2);
        assertThat(settings.video().interval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.video().watch()).isNotNull();
        assertThat(settings.model().batch().size()).isEqualTo(4);
        assertThat(settings.queries()).extracting(QueryRequest::text).containsExactly("a dog");
        assertThat(settings.kafka().client())
                .containsEntry("bootstrap.servers", "b:1")
                .containsEntry("ssl.protocol", "TLSv1.2");
    }

    @ParameterizedTest
    @CsvSource({
        "--interval=0s, interval",
        "--interval=soon, interval",
        "--alarm-budget=-1, alarm-budget",
        "--alarm-budget=many, alarm-budget",
        "--device=tpu, device",
        "--delivery=maybe, delivery",
        "--batch-size=0, batch-size",
        "--in-flight=0, in-flight",
        "--max-pixels=0, max-pixels",
        "--decoder-threads=-1, decoder-threads",
        "--topic-partitions=0, topic-partitions",
        "--model=/no/such/folder, /no/such/folder",
        "--pictures=, pictures",
        "--pictures=s3:bucket, s3://BUCKET/PATH",
        "--pictures=s3://b/p?x=1, s3://BUCKET/PATH",
        "--pictures=s3://b/a b, is no URI",
        "--pictures=s3://key:secret@b/p, credentials",
        "--pictures=s3://key:secret@my_b/p, credentials",
        "--picture-size=31, picture-size",
        "--picture-size=641, picture-size",
        "--picture-retention=-1s, picture-retention",
        "--sample-picture-retention=long, sample-picture-retention",
        "--query=, empty",
        "'--query= ', empty",
        "--job-name=, job-name",
        "--kafka.bootstrap.servers=, kafka.bootstrap.servers",
        "--source=, source",
        "--config=/no/such/file, /no/such/file",
        "--intervall=1s, --interval",
        "--sauce=x, unknown setting"
    })
    void refusesWhatItCannotUseAndNamesIt(String argument, String named) {
        assertThatThrownBy(() -> with(argument))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(named);
    }

    /** The folder's URI as events begin with it. */
    private static URI uri(Path folder) {
        return URI.create(folder.toAbsolutePath().toUri().toString().replaceFirst("/$", ""));
    }

    @Test
    void takesAFolderOrAUriForPicturesOrNothing() {
        Path folder = home.resolve("my pictures");
        assertThat(with("--pictures=" + folder).pictures().location()).isEqualTo(uri(folder));
        assertThat(with("--pictures=" + folder.toUri()).pictures().location())
                .isEqualTo(uri(folder));
        assertThat(with("--pictures=" + home + "/a/../b//").pictures().location())
                .isEqualTo(uri(home.resolve("b")));
        assertThat(with("--pictures=hdfs://n:8020/p").pictures().location())
                .hasToString("hdfs://n:8020/p");
        assertThat(with("--pictures=off").pictures().location()).isNull();
        assertThat(with("--pictures=off").pictures().previewSize()).isZero();
    }

    @Test
    void refusesAFileAsTheFolderOfPictures() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "x");
        assertThatThrownBy(() -> with("--pictures=" + file)).hasMessageContaining("is a file");
    }

    @Test
    void picturesOfSamplesGoWithEmbeddings() {
        assertThat(with("--sample-pictures").pictures().samples()).isTrue();
        assertThatThrownBy(() -> with("--sample-pictures", "--embeddings=false"))
                .hasMessageContaining("sample-pictures:");
    }

    @Test
    void credentialsOfThePicturesLocationAreNotRepeated() {
        assertThatThrownBy(() -> with("--pictures=s3://key:hunter2@b/p"))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesToStartWithoutASource() {
        assertThatThrownBy(this::parse).hasMessageContaining("source: nothing to read");
    }

    @Test
    void knowsWhatIsGivenOnTheCommandLineAndInItsFile() throws IOException {
        Path file = Files.writeString(home.resolve("s.yaml"), "source: /videos\n");
        SettingsParser parser = new SettingsParser(Map.of());
        List<String> arguments = List.of("--config", file.toString(), "--query=a cat");
        assertThat(parser.gives(arguments, SourceOptions.SOURCE)).isTrue();
        assertThat(parser.gives(arguments, QueryOptions.QUERY)).isTrue();
        assertThat(parser.gives(arguments, QueryOptions.ALARM_BUDGET)).isFalse();
    }

    @Test
    void namesAllProblemsAtOnce() {
        assertThatThrownBy(() -> with("--interval=0s", "--batch-size=0", "--decode-stream=a=b"))
                .hasMessageContaining("interval:")
                .hasMessageContaining("batch-size:")
                .hasMessageContaining("decode-stream: 'a=b': 'b' is not exact");
    }

    @Test
    void namesTheFileInWhichAKeyIsUnknown() throws IOException {
        Path file = Files.writeString(home.resolve("s.yaml"), "intervall: 1s\n");
        assertThatThrownBy(() -> with("--config=" + file))
                .hasMessageContaining("s.yaml")
                .hasMessageContaining("--intervall");
    }

    @Test
    void keepsSecretsOutOfTheLog() {
        String text =
                with(
                                "--kafka.ssl.keystore.password=hunter2",
                                "--kafka.sasl.jaas.config=user pw",
                                "--kafka.security.protocol=SSL")
                        .describe();
        assertThat(text)
                .doesNotContain("hunter2")
                .doesNotContain("user pw")
                .contains("kafka.ssl.keystore.password: ***")
                .contains("kafka.security.protocol: SSL")
                .contains("interval: ");
    }

    @Test
    void itsHelpAndTheExampleFileListEverySetting() throws IOException {
        String help = SettingsParser.help("job");
        Path example = Repository.root().resolve("deploy/conf/video-events.yaml");
        List<String> lines = Files.readAllLines(example);
        for (ConfigOption<?> option : Options.all()) {
            assertThat(help).contains("--" + option.key()).contains("--kafka.");
            assertThat(lines).anyMatch(line -> line.matches("#? ?" + option.key() + ":.*"));
        }
        assertThat(parse("--config=" + example).video().locations()).hasSize(1);
    }
}
