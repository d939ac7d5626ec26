// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.testdata.clips.Encoding;
import dev.sightline.testdata.clips.Rational;
import dev.sightline.testdata.clips.VideoEncoder;
import dev.sightline.testdata.live.CounterPicture;
import dev.sightline.testdata.live.CounterVideo;
import dev.sightline.testdata.live.HlsOptions;
import dev.sightline.testdata.live.LiveHls;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SampleReader;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.http.FileServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WebSourcesTest {

    private static final int SIDE = 128;
    private static final int SECONDS = 8;
    private static final DecoderSettings SETTINGS =
            new DecoderSettings(
                    SamplingPolicy.EXACT,
                    Duration.ofSeconds(1),
                    1,
                    1 << 26,
                    Duration.ofSeconds(30),
                    new FrameGeometry(SIDE, SIDE, FrameGeometry.Fit.SQUASH),
                    0,
                    false);

    @TempDir static Path folder;

    private static Path video;

    @BeforeAll
    static void write() throws IOException {
        video = folder.resolve("counter.mp4");
        Encoding encoding =
                Encoding.of(VideoEncoder.H264, SIDE, SIDE, new Rational(1, 10)).withGop(10);
        CounterVideo.write(video, encoding, SECONDS * 10);
    }

    @Test
    void readsAFileOverHttpAsItReadsItFromTheDisk() throws IOException {
        try (FileServer server = new FileServer(Files.readAllBytes(video))) {
            VideoSplit split = discover(server.uri());
            assertThat(split.problem()).isEmpty();
            assertThat(split.stream().streamId()).isEqualTo("file");
            assertThat(split.stream().uri()).isEqualTo(server.uri());
            assertThat(split.stream().kind()).isEqualTo(SourceKind.HTTP);
            assertThat(shown(read(split))).isEqualTo(shown(read(discover(video.toString()))));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAPlaylistWithAnEndAsOneFile(boolean fragmented) throws IOException {
        HlsOptions options = HlsOptions.DEFAULT.withSegments(1, 0);
        try (LiveHls recording =
                LiveHls.recording(video, fragmented ? options.withFragments() : options)) {
            assertThat(shown(read(discover(recording.uri()))))
                    .containsExactly(0L, 1000L, 2000L, 3000L, 4000L, 5000L, 6000L, 7000L);
        }
    }

    @Test
    void theEpochFollowsFromWhatTheServerSaysOfTheContent() throws IOException {
        try (FileServer server = new FileServer(Files.readAllBytes(video))) {
            long epoch = discover(server.uri()).stream().epoch();
            assertThat(discover(server.uri()).stream().epoch()).isEqualTo(epoch);
            server.entityTag = "\"other\"";
            assertThat(discover(server.uri()).stream().epoch()).isNotEqualTo(epoch);
        }
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        try (FileServer server = new FileServer(new byte[10])) {
            server.failures = 1;
            server.failure = 401;
            assertThat(discover(server.uri()).problem())
                    .startsWith("cannot be read: 127.0.0.1 answers with status 401");
            server.failures = 1;
            server.failure = 404;
            assertThat(discover(server.uri()).problem()).isEqualTo("does not exist");
        }
    }

    @Test
    void refusesALivePlaylistAsAFile() throws IOException {
        try (FileServer server = new FileServer(new byte[10])) {
            server.server.text(
                    "/live.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile\n");
            List<TimelineRecord> records = read(discover(server.server.at("/live.m3u8")));
            assertThat(records.get(records.size() - 1))
                    .isInstanceOfSatisfying(
                            StreamFailed.class,
                            failed -> assertThat(failed.message()).contains("--stream"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtsp://10.0.0.7/1", "udp://239.0.0.1:1234", "cam=rtmp://h/a/b"})
    void refusesLiveStreamsAsFiles(String source) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceLocation.parse(source))
                .withMessageContaining("--stream");
    }

    @Test
    void refusesCredentialsInAnAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceLocation.parse("https://h/a.mp4?token=hunter2"))
                .withMessageNotContaining("hunter2");
    }

    private static VideoSplit discover(String source) {
        return new FileDiscovery(
                        List.of(SourceLocation.parse(source)), Duration.ZERO, Clock.systemUTC())
                .list()
                .get(0);
    }

    private static List<TimelineRecord> read(VideoSplit split) {
        List<TimelineRecord> records = new ArrayList<>();
        try (SampleReader reader = SampleReaderFactory.files(SETTINGS).open(split)) {
            for (TimelineRecord next = reader.next(); next != null; next = reader.next()) {
                records.add(next);
            }
        }
        return records;
    }

    /** The times that the samples' pictures show, in milliseconds. */
    private static List<Long> shown(List<TimelineRecord> records) {
        return records.stream()
                .filter(Sample.class::isInstance)
                .map(sample -> CounterPicture.read(((Sample) sample).rgb(), SIDE, SIDE))
                .map(time -> time.orElse(-1))
                .toList();
    }
}
