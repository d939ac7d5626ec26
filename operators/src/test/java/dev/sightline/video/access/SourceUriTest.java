// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sightline.video.SourceKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUriTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://10.0.0.7/stream1, RTSP",
        "RTSPS://cam.example.com:322/h264?channel=1&subtype=0, RTSP",
        "http://h/a.mp4, HTTP",
        "https://h/live/a.m3u8?x=1, HLS",
        "https://h/live/A.M3U8, HLS",
        "rtmp://h/app/name, RTMP",
        "srt://h:9000?streamid=a&latency=200000, SRT",
        "udp://239.0.0.1:1234, UDP",
        "http://[2001:db8::1]:8080/a.mp4, HTTP"
    })
    void tellsHowAStreamIsRead(String uri, SourceKind kind) {
        assertThat(SourceUri.isNetwork(uri)).isTrue();
        assertThat(SourceUri.parse(uri).kind()).isEqualTo(kind);
        assertThat(SourceUri.parse(uri)).hasToString(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://admin:hunter2@cam/1",
                "rtsp://admin@cam/1",
                "https://cam/a.m3u8?token=hunter2",
                "https://cam/a.mp4?X-Amz-Signature=hunter2",
                "srt://cam:1?passphrase=hunter2hunter2",
                "rtsp://admin:hunter2 @cam/1",
                "rtsp://admin:hun/ter2@cam/1"
            })
    void refusesCredentialsWithoutRepeatingThem(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceUri.parse(uri))
                .withMessageContaining("secretRef")
                .withMessageNotContaining("hunter")
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "file:///etc/passwd, no URI with a host",
        "gopher://h/1, gopher",
        "ftp://h/1, ftp",
        "concat:a|b, no URI",
        "rtmps://h/a/b, rtmps",
        "/videos/a.mp4, no URI with a host",
        "http:///a.mp4, no URI",
        "http://h:0/, port",
        "http://h:70000/, port",
        "udp://239.0.0.1, needs a port",
        "http://2130706433/a.mp4, neither a name",
        "http://0x7f.1/a.mp4, no URI",
        "rtsp://h/a#b, fragment",
        "rtsp://h/a%0d%0aTEARDOWN, control",
        "rtsp://h/a?b=%0A, control",
        "rtsp://h/a b, no URI",
        "udp://239.0.0.1:1?localaddr=10.0.0.1, parameter",
        "srt://h:1?mode=listener, parameter",
        "'', no URI"
    })
    void refusesWhatIsNoStream(String uri, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SourceUri.parse(uri))
                .withMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "/videos", "C://videos", "s3://bucket/a.mp4", "./http://x"})
    void leavesFilesToOthers(String text) {
        assertThat(SourceUri.isNetwork(text)).isFalse();
    }
}
