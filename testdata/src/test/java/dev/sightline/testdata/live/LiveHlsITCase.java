// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.testdata.clips.Encoding;
import dev.sightline.testdata.clips.Rational;
import dev.sightline.testdata.clips.VideoEncoder;
import dev.sightline.testdata.live.SeenFrames.Seen;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveHlsITCase {

    private static final String WALL = "#EXT-X-PROGRAM-DATE-TIME:";
    private static final DateTimeFormatter WALL_FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

    @Test
    void thePlaylistSaysWhenAPictureWasTaken() throws IOException {
        try (LiveHls live = LiveHls.clock(HlsOptions.DEFAULT)) {
            assertFirstPictureIsOfItsTime(live, 0);
        }
    }

    @Test
    void aStreamThatGoesOnHasADiscontinuityAndTrueTimes() throws Exception {
        try (LiveHls live = LiveHls.clock(HlsOptions.DEFAULT)) {
            live.stall();
            String stale = get(live.uri());
            Thread.sleep(1500);
            assertThat(get(live.uri())).isEqualTo(stale);

            live.resume();
            while (!get(live.uri()).contains("#EXT-X-DISCONTINUITY\n")) {
                Thread.sleep(50);
            }

            assertFirstPictureIsOfItsTime(live, get(live.uri()).indexOf("#EXT-X-DISCONTINUITY\n"));
        }
    }

    private static void assertFirstPictureIsOfItsTime(LiveHls live, int from) throws IOException {
        String playlist = get(live.uri());
        int at = playlist.indexOf(WALL, from) + WALL.length();
        List<String> lines = playlist.substring(at).lines().toList();
        Instant wall = OffsetDateTime.parse(lines.get(0), WALL_FORMAT).toInstant();
        String segment = live.uri().replace("live.m3u8", lines.get(1));
        long shown = SeenFrames.read(segment, 1).get(0).number().orElseThrow();
        assertThat(wall.toEpochMilli()).isCloseTo(shown, within(100L));
    }

    private static String get(String uri) throws IOException {
        URL url = URI.create(uri).toURL();
        try (var body = url.openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aWindowOfSegmentsGoesWithTheTime() throws Exception {
        try (LiveHls live = LiveHls.clock(HlsOptions.DEFAULT.withSegments(1, 2))) {
            while (get(live.uri()).contains("MEDIA-SEQUENCE:0\n")) {
                Thread.sleep(50);
            }
            assertThat(get(live.uri()).lines().filter(line -> line.endsWith(".ts"))).hasSize(2);
            assertThat(get(live.uri())).doesNotContain("ENDLIST");

            live.end();

            assertThat(get(live.uri())).contains("#EXT-X-ENDLIST");
        }
    }

    @Test
    void aRecordingIsThereAtOnce(@TempDir Path folder) throws IOException {
        try (LiveHls recording = LiveHls.recording(counter(folder), HlsOptions.DEFAULT)) {
            assertThat(get(recording.uri())).contains("TYPE:VOD", "#EXT-X-ENDLIST");
            assertThat(numbers(SeenFrames.read(recording.uri(), 1000)))
                    .hasSize(75)
                    .startsWith(0L, 40L)
                    .endsWith(2960L);
        }
    }

    @Test
    void fragmentsAreServedToo(@TempDir Path folder) throws IOException {
        HlsOptions fragments = HlsOptions.DEFAULT.withFragments();
        try (LiveHls live = LiveHls.loop(counter(folder), fragments)) {
            assertThat(get(live.uri())).contains("#EXT-X-MAP").contains(".m4s");
            List<Long> numbers = numbers(SeenFrames.read(live.uri(), 100));
            for (int i = 1; i < numbers.size(); i++) {
                assertThat(numbers.get(i) - numbers.get(i - 1)).isIn(40L, -2960L);
            }
        }
    }

    @Test
    void aStreamBeginsShortlyBeforeItsPtsWrap() throws IOException {
        HlsOptions wrapping = HlsOptions.DEFAULT.startingBeforeWrap(2);
        try (LiveHls live = LiveHls.clock(wrapping)) {
            List<Seen> seen = SeenFrames.read(live.uri(), 40);

            // FFmpeg's own demuxer counts from below zero where it sees a wrap soon.
            assertThat(seen.get(0).seconds()).isCloseTo(-2, within(0.01));
            for (int i = 1; i < seen.size(); i++) {
                assertThat(seen.get(i).seconds() - seen.get(i - 1).seconds())
                        .isCloseTo(0.1, within(0.001));
            }
            assertThat(seen.get(seen.size() - 1).seconds()).isPositive();
        }
    }

    @Test
    void aProxyCanStandBeforeIt() throws IOException {
        try (LiveHls live = LiveHls.clock(HlsOptions.DEFAULT);
                FaultProxy before = FaultProxy.to(live.port())) {
            String uri = LiveHls.uri(before.port(), "camera");

            assertThat(SeenFrames.read(uri, 5)).isNotEmpty();
            before.refuse();
            before.cut();

            assertThatThrownBy(() -> SeenFrames.read(uri, 5)).isInstanceOf(IOException.class);
        }
    }

    private static Path counter(Path folder) throws IOException {
        Path file = folder.resolve("counter.mp4");
        Encoding encoding = Encoding.of(VideoEncoder.H264, 64, 64, new Rational(1, 25)).withGop(25);
        CounterVideo.write(file, encoding, 75);
        return file;
    }

    private static List<Long> numbers(List<Seen> seen) {
        return seen.stream().map(frame -> frame.number().orElseThrow()).toList();
    }
}
