// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.sightline.video.access.AccessRefused;
import dev.sightline.video.http.ByteRange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistParserTest {

    private static final URI BASE = URI.create("https://cdn.example.com/live/cam/index.m3u8?t=1");

    @Test
    void readsSegmentsWithTheirNumbersTimesAndAddresses() throws IOException {
        Playlist.Media media =
                media(
                        """
                        #EXT-X-VERSION:3
                        #EXT-X-TARGETDURATION:6
                        #EXT-X-MEDIA-SEQUENCE:41
                        #EXT-X-PROGRAM-DATE-TIME:2026-11-24T10:00:00.250+0100
                        #EXTINF:5.96,a title, with a comma
                        a.ts?token=1
                        # a comment
                        #EXTINF:6
                        /other/b.ts

                        #EXT-X-DISCONTINUITY
                        #EXTINF:2.5,
                        //far.example.com/c.ts
                        #EXT-X-GAP
                        #EXTINF:2.5,
                        ../d.ts
                        """);
        assertThat(media.targetDuration()).isEqualTo(Duration.ofSeconds(6));
        assertThat(media.ended()).isFalse();
        assertThat(media.endSequence()).isEqualTo(45);
        Segment a = media.segment(41);
        assertThat(a.uri()).hasToString("https://cdn.example.com/live/cam/a.ts?token=1");
        assertThat(a.duration()).isEqualTo(Duration.ofMillis(5960));
        assertThat(a.programDateTime()).isEqualTo(Instant.parse("2026-11-24T09:00:00.250Z"));
        assertThat(a).hasToString("segment 41");
        Segment b = media.segment(42);
        assertThat(b.uri()).hasToString("https://cdn.example.com/other/b.ts");
        assertThat(b.programDateTime()).isEqualTo(a.programDateTime().plusMillis(5960));
        assertThat(b.follows(a)).isTrue();
        Segment c = media.segment(43);
        assertThat(c.uri()).hasToString("https://far.example.com/c.ts");
        assertThat(c.programDateTime()).isNull();
        assertThat(c.follows(b)).isFalse();
        assertThat(media.segment(44).uri()).hasToString("https://cdn.example.com/live/d.ts");
        assertThat(media.segment(44).absent()).isTrue();
        assertThat(media.durationFrom(43)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void readsRangesThatGoOnWhereTheLastOneEnded() throws IOException {
        Playlist.Media media =
                media(
                        """
                        #EXT-X-TARGETDURATION:6
                        #EXT-X-MAP:URI="all.mp4",BYTERANGE="700@0"
                        #EXTINF:6,
                        #EXT-X-BYTERANGE:1000@700
                        all.mp4
                        #EXTINF:6,
                        #EXT-X-BYTERANGE:500
                        all.mp4
                        #EXT-X-MAP:URI="new.mp4"
                        #EXTINF:6,
                        new-1.m4s
                        #EXT-X-ENDLIST
                        """);
        assertThat(media.ended()).isTrue();
        assertThat(media.segment(0).initialization().range()).isEqualTo(new ByteRange(0, 700));
        assertThat(media.segment(0).range()).isEqualTo(new ByteRange(700, 1700));
        assertThat(media.segment(1).range()).isEqualTo(new ByteRange(1700, 2200));
        assertThat(media.segment(1).follows(media.segment(0))).isTrue();
        assertThat(media.segment(2).range()).isEqualTo(ByteRange.WHOLE);
        assertThat(media.segment(2).follows(media.segment(1))).isFalse();
    }

    @Test
    void readsVariants() throws IOException {
        Playlist playlist =
                PlaylistParser.parse(
                        """
                        \uFEFF#EXTM3U
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x",URI="sound.m3u8"
                        #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="iframes.m3u8"
                        #EXT-X-STREAM-INF:BANDWIDTH=1280000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=640x360
                        low/index.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=65000
                        http://other.example.com/audio.m3u8
                        """,
                        BASE);
        assertThat(((Playlist.Master) playlist).variants())
                .containsExactly(
                        new Variant(
                                URI.create("https://cdn.example.com/live/cam/low/index.m3u8"),
                                1_280_000,
                                640,
                                360,
                                "avc1.4d401f,mp4a.40.2"),
                        new Variant(
                                URI.create("http://other.example.com/audio.m3u8"),
                                65_000,
                                0,
                                0,
                                ""));
    }

    @Test
    void leavesOutWhatItNeedNotKnow() throws IOException {
        Playlist.Media media =
                media(
                        """
                        #EXT-X-TARGETDURATION:4
                        #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1.0
                        #EXT-X-PART-INF:PART-TARGET=0.33
                        #EXT-X-KEY:METHOD=NONE
                        #EXT-X-PROGRAM-DATE-TIME:yesterday
                        #EXTINF:4,
                        a.ts
                        #EXT-X-PART:DURATION=0.33,URI="a.1.ts"
                        #EXT-X-PRELOAD-HINT:TYPE=PART,URI="a.2.ts"
                        """);
        assertThat(media.segments()).hasSize(1);
        assertThat(media.segment(0).programDateTime()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#EXT-X-TARGETDURATION:4;#EXT-X-KEY:METHOD=AES-128,URI=\"k\"|encrypted (AES-128)",
                "#EXT-X-TARGETDURATION:4;#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"|encrypted",
                "#EXT-X-TARGETDURATION:4;#EXT-X-I-FRAMES-ONLY|I-frames only",
                "#EXT-X-TARGETDURATION:4;#EXT-X-DEFINE:NAME=\"a\",VALUE=\"b\"|variables",
                "#EXT-X-TARGETDURATION:4;a.ts|without a duration",
                "#EXT-X-TARGETDURATION:4;#EXTINF:-1,;a.ts|duration that is none",
                "#EXT-X-TARGETDURATION:4;#EXTINF:NaN,;a.ts|duration that is none",
                "#EXT-X-TARGETDURATION:0|target duration that is none",
                "#EXT-X-TARGETDURATION:999999|target duration that is none",
                "#EXT-X-TARGETDURATION:4;#EXT-X-MEDIA-SEQUENCE:-4|sequence number",
                "#EXT-X-TARGETDURATION:4;#EXT-X-MEDIA-SEQUENCE:99999999999999999|sequence number",
                "#EXT-X-TARGETDURATION:4;#EXTINF:4,;#EXT-X-BYTERANGE:10;a.ts|range of bytes",
                "#EXT-X-TARGETDURATION:4;#EXTINF:4,;#EXT-X-BYTERANGE:0@0;a.ts|range of bytes",
                "#EXT-X-TARGETDURATION:4;#EXTINF:4,;#EXT-X-BYTERANGE:1-2;a.ts|range of bytes",
                "#EXT-X-TARGETDURATION:4;#EXT-X-MAP:BYTERANGE=\"1@0\"|map without an address",
                "#EXTINF:4,;a.ts|no target duration",
                "#EXT-X-STREAM-INF:BANDWIDTH=1|lists none"
            })
    void refusesWhatItCannotShowOrTrust(String lines, String why) {
        assertThatExceptionOfType(PlaylistException.class)
                .isThrownBy(() -> media(lines.replace(';', '\n')))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "data:text/plain,a", "concat:a|b", "gopher://a/"})
    void refusesAddressesThatAreNotOnHttp(String address) {
        String segment = "#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n" + address;
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> media(segment));
        String variant = "#EXT-X-STREAM-INF:BANDWIDTH=1\n" + address;
        assertThatExceptionOfType(AccessRefused.class).isThrownBy(() -> media(variant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "<html>", "ffconcat version 1.0\nfile a.mp4", "#EXTM3U8"})
    void refusesWhatIsNoPlaylist(String text) {
        assertThatIOException()
                .isThrownBy(() -> PlaylistParser.parse(text, BASE))
                .withMessageContaining("no HLS playlist");
    }

    @Test
    void refusesMoreSegmentsThanADayHas() {
        String many = "#EXT-X-TARGETDURATION:4\n" + "#EXTINF:4,\na\n".repeat(100_001);
        assertThatExceptionOfType(PlaylistException.class)
                .isThrownBy(() -> media(many))
                .withMessageContaining("more than 100000 segments");
    }

    private static Playlist.Media media(String lines) throws IOException {
        return (Playlist.Media) PlaylistParser.parse("#EXTM3U\n" + lines, BASE);
    }
}
