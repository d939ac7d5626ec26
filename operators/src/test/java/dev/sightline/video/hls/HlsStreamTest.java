// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.sightline.video.access.AccessRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HlsStreamTest {

    private static final Duration STALL = Duration.ofSeconds(20);

    private LivePlaylist playlist;

    @BeforeEach
    void start() throws IOException {
        playlist = new LivePlaylist();
    }

    @AfterEach
    void stop() {
        playlist.close();
    }

    @Test
    void readsAStreamWithAnEndAsOnePeriod() throws IOException {
        playlist.window(0, 3).line("#EXT-X-ENDLIST");
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThat(read(stream)).isEqualTo("<0><1><2>");
            assertThat(stream.isEnded()).isTrue();
            assertThat(stream.next()).isEmpty();
            assertThat(stream.lostAtEnd()).isEqualTo(Loss.NONE);
        }
        assertThat(playlist.timesAsked("/live.m3u8")).isEqualTo(1);
    }

    @Test
    void followsALivePlaylistUntilItEnds() throws IOException {
        playlist.window(5, 10);
        try (HlsStream stream = playlist.stream(STALL)) {
            HlsPeriod period = stream.next().orElseThrow();
            assertThat(read(period, "<7><8><9>".length())).isEqualTo("<7><8><9>");
            playlist.window(7, 12).line("#EXT-X-ENDLIST");
            assertThat(readAll(period)).isEqualTo("<10><11>");
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void beginsAPeriodWhereTheTimeLineBreaks() throws IOException {
        playlist.window(0, 2).line("#EXT-X-DISCONTINUITY").line(LivePlaylist.segment(2));
        playlist.line("#EXT-X-ENDLIST");
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThat(read(stream)).isEqualTo("<0><1>");
            HlsPeriod second = stream.next().orElseThrow();
            assertThat(second.lost()).isEqualTo(Loss.NONE);
            assertThat(readAll(second)).isEqualTo("<2>");
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void beginsEachPeriodWithItsOwnHeader() throws IOException {
        playlist.text = LivePlaylist.header(0);
        playlist.line("#EXT-X-MAP:URI=\"a.mp4\"").line(LivePlaylist.segment(0));
        playlist.line(LivePlaylist.segment(1)).line("#EXT-X-MAP:URI=\"b.mp4\"");
        playlist.line(LivePlaylist.segment(2)).line("#EXT-X-ENDLIST");
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThat(read(stream)).isEqualTo("<a.mp4><0><1>");
            assertThat(read(stream)).isEqualTo("<b.mp4><2>");
        }
    }

    @Test
    void tellsWhichSegmentAByteIsOf() throws IOException {
        playlist.text = LivePlaylist.header(100);
        playlist.line("#EXT-X-PROGRAM-DATE-TIME:2026-11-24T10:00:00Z");
        playlist.line("#EXTINF:1.5,").line("100").line(LivePlaylist.segment(101));
        playlist.line("#EXT-X-ENDLIST");
        try (HlsStream stream = playlist.stream(STALL)) {
            HlsPeriod period = stream.next().orElseThrow();
            readAll(period);
            Instant ten = Instant.parse("2026-11-24T10:00:00Z");
            SegmentPlace first = new SegmentPlace(100, 0, Duration.ZERO, ten);
            Duration later = Duration.ofMillis(1500);
            SegmentPlace second = new SegmentPlace(101, 5, later, ten.plus(later));
            assertThat(period.segmentAt(0)).contains(first);
            assertThat(period.segmentAt(4)).contains(first);
            assertThat(period.segmentAt(5)).contains(second);
            assertThat(period.segmentAt(-1)).isEmpty();
        }
    }

    @Test
    void waitsForASegmentThatIsAnnouncedTooEarly() throws IOException {
        playlist.window(0, 2).line("#EXT-X-ENDLIST");
        playlist.missing.put("/1", 404);
        try (HlsStream stream = playlist.stream(STALL)) {
            HlsPeriod period = stream.next().orElseThrow();
            CompletableFuture<String> all =
                    CompletableFuture.supplyAsync(() -> readUnchecked(period));
            while (playlist.timesAsked("/1") < 2) {
                Thread.onSpinWait();
            }
            playlist.missing.clear();
            assertThat(all.join()).isEqualTo("<0><1>");
        }
    }

    @Test
    void goesOnBehindSegmentsThatAreLostAndTellsHowMuchThatIs() throws IOException {
        playlist.window(0, 5).line("#EXT-X-ENDLIST");
        playlist.missing.put("/1", 410);
        playlist.missing.put("/2", 410);
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThat(read(stream)).isEqualTo("<0>");
            HlsPeriod second = stream.next().orElseThrow();
            assertThat(second.lost().duration()).isEqualTo(Duration.ofSeconds(2));
            assertThat(second.lost().reason()).contains("could not be read").contains("410");
            assertThat(readAll(second)).isEqualTo("<3><4>");
        }
    }

    @Test
    void tellsWhatIsLostAtTheVeryEnd() throws IOException {
        playlist.window(0, 2).line("#EXT-X-GAP").line(LivePlaylist.segment(2));
        playlist.line("#EXT-X-ENDLIST");
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThat(read(stream)).isEqualTo("<0><1>");
            assertThat(stream.next()).isEmpty();
            assertThat(stream.lostAtEnd().duration()).isEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void aPeriodThatIsLeftEarlyIsNotReadAgain() throws IOException {
        playlist.window(0, 3).line("#EXT-X-ENDLIST");
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThat(read(stream.next().orElseThrow(), 1)).isEqualTo("<");
            HlsPeriod second = stream.next().orElseThrow();
            assertThat(second.lost().duration()).isEqualTo(Duration.ofSeconds(1));
            assertThat(readAll(second)).isEqualTo("<1><2>");
        }
    }

    @Test
    void readsTheVariantThatFitsTheModel() throws IOException {
        playlist.window(0, 1).line("#EXT-X-ENDLIST");
        playlist.server.text(
                "/master.m3u8",
                "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=640x360\nfit.m3u8\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=99,RESOLUTION=1280x720\nlarge.m3u8\n");
        playlist.server.redirect("/live.m3u8", "/master.m3u8");
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThat(read(stream)).isEqualTo("<0>");
        }
        assertThat(playlist.timesAsked("/fit.m3u8")).isEqualTo(1);
        assertThat(playlist.timesAsked("/large.m3u8")).isZero();
    }

    @Test
    void aPlaylistThatRefersToItselfEnds() {
        playlist.text = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=9\nlive.m3u8\n";
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThatExceptionOfType(PlaylistException.class)
                    .isThrownBy(stream::next)
                    .withMessageContaining("a playlist of variants as a variant");
        }
        assertThat(playlist.timesAsked("/live.m3u8")).isEqualTo(2);
    }

    @Test
    void refusesSegmentsOfHostsThatMustNotBeRead() {
        playlist.text = LivePlaylist.header(0);
        playlist.line("#EXTINF:1,").line("http://169.254.169.254/latest/meta-data");
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThatExceptionOfType(AccessRefused.class)
                    .isThrownBy(stream::next)
                    .withMessageContaining("metadata");
        }
    }

    @Test
    void aPlaylistThatNeverChangesIsAStall() throws IOException {
        playlist.window(0, 1);
        try (HlsStream stream = playlist.stream(Duration.ofSeconds(1))) {
            HlsPeriod period = stream.next().orElseThrow();
            read(period, 3);
            assertThatIOException()
                    .isThrownBy(() -> readAll(period))
                    .withMessageContaining("no new segment for 3 s");
        }
    }

    @Test
    void goesOnAfterAStallBehindWhatWasRead() throws IOException {
        playlist.window(0, 1);
        try (HlsStream stream = playlist.stream(Duration.ofSeconds(1))) {
            HlsPeriod period = stream.next().orElseThrow();
            assertThatIOException().isThrownBy(() -> readAll(period));
            playlist.text = "";
            assertThatIOException().isThrownBy(stream::next).withMessageContaining("404");
            playlist.window(3, 5).line("#EXT-X-ENDLIST");
            HlsPeriod second = stream.next().orElseThrow();
            assertThat(second.lost().duration()).isEqualTo(Duration.ofSeconds(2));
            assertThat(readAll(second)).isEqualTo("<3><4>");
        }
    }

    @Test
    void aStreamWhoseSegmentsAreAllMissingIsAStallToo() throws IOException {
        playlist.window(0, 5);
        playlist.missing.put("/2", 404);
        playlist.missing.put("/3", 404);
        playlist.missing.put("/4", 404);
        try (HlsStream stream = playlist.stream(Duration.ofSeconds(1))) {
            assertThatIOException().isThrownBy(stream::next).withMessageContaining("404");
            playlist.window(3, 6).line("#EXT-X-ENDLIST");
            HlsPeriod period = stream.next().orElseThrow();
            assertThat(period.lost().duration()).isEqualTo(Duration.ofSeconds(3));
            assertThat(readAll(period)).isEqualTo("<5>");
        }
    }

    @Test
    void aPlaylistThatIsAwayForAMomentCostsNothing() throws Exception {
        playlist.window(0, 1);
        try (HlsStream stream = playlist.stream(STALL)) {
            HlsPeriod period = stream.next().orElseThrow();
            read(period, 3);
            playlist.text = "";
            CompletableFuture<String> rest =
                    CompletableFuture.supplyAsync(() -> readUnchecked(period));
            while (playlist.timesAsked("/live.m3u8") < 3) {
                Thread.onSpinWait();
            }
            playlist.window(0, 2).line("#EXT-X-ENDLIST");
            assertThat(rest.get(20, TimeUnit.SECONDS)).isEqualTo("<1>");
        }
    }

    @Test
    void aStreamThatIsNotThereIsToldAtOnce() {
        try (HlsStream stream = playlist.stream(STALL)) {
            assertThatIOException().isThrownBy(stream::next).withMessageContaining("404");
        }
    }

    @Test
    void aCancelEndsTheWaitForTheNextSegment() throws Exception {
        playlist.window(0, 1);
        try (HlsStream stream = playlist.stream(STALL)) {
            HlsPeriod period = stream.next().orElseThrow();
            read(period, 3);
            CompletableFuture<String> rest =
                    CompletableFuture.supplyAsync(() -> readUnchecked(period));
            period.cancel();
            assertThat(rest.get(5, TimeUnit.SECONDS)).contains("cancelled");
            playlist.window(0, 2).line("#EXT-X-ENDLIST");
            assertThat(read(stream)).isEqualTo("<1>");
        }
    }

    @Test
    void nothingIsReadOfAStreamThatIsCancelled() throws IOException {
        playlist.window(0, 2).line("#EXT-X-ENDLIST");
        try (HlsStream stream = playlist.stream(STALL)) {
            HlsPeriod period = stream.next().orElseThrow();
            stream.cancel();
            assertThatIOException().isThrownBy(() -> readAll(period));
            assertThatIOException().isThrownBy(stream::next).withMessageContaining("cancelled");
        }
    }

    private static String read(HlsStream stream) throws IOException {
        return readAll(stream.next().orElseThrow());
    }

    private static String readUnchecked(HlsPeriod period) {
        try {
            return readAll(period);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String readAll(HlsPeriod period) throws IOException {
        return read(period, Integer.MAX_VALUE);
    }

    private static String read(HlsPeriod period, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] one = new byte[1];
        while (text.length() < most && period.read(one, 0, 1) > 0) {
            text.append(new String(one, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
