// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.SourceKind;
import dev.sightline.video.decode.SamplingPolicies;
import dev.sightline.video.decode.SamplingPolicy;
import dev.sightline.video.live.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamValuesTest {

    private OptionValues values;

    private List<Registration> read(List<String> streams, String... secrets) {
        values = new OptionValues(Map.of("stream", streams, "stream-secret", List.of(secrets)));
        return new StreamValues(values)
                .read(Duration.ofSeconds(1), SamplingPolicies.all(SamplingPolicy.EXACT))
                .streams();
    }

    @ParameterizedTest
    @CsvSource({
        "door=rtsp://10.0.0.7/s1, door, rtsp://10.0.0.7/s1, RTSP",
        "rtsp://10.0.0.7/s1, 10.0.0.7/s1, rtsp://10.0.0.7/s1, RTSP",
        "rtsp://10.0.0.7:8554/s1, 10.0.0.7:8554/s1, rtsp://10.0.0.7:8554/s1, RTSP",
        "http://h/live.m3u8?a=b, h/live.m3u8, http://h/live.m3u8?a=b, HLS",
        "hall=http://h/a.m3u8?a=b, hall, http://h/a.m3u8?a=b, HLS",
        "yard/gate=https://h/a.mp4, yard/gate, https://h/a.mp4, HTTP"
    })
    void aStreamHasTheNameThatIsGivenToItOrThatOfItsPlace(
            String text, String id, String uri, SourceKind kind) {
        assertThat(read(List.of(text)))
                .singleElement()
                .satisfies(
                        stream -> {
                            assertThat(stream.streamId()).isEqualTo(id);
                            assertThat(stream.uri()).isEqualTo(uri);
                            assertThat(stream.kind()).isEqualTo(kind);
                            assertThat(stream.trusted()).isTrue();
                        });
        assertThat(values.problems()).isEmpty();
    }

    @Test
    void aSecretGoesWithItsStreamAlone() {
        assertThat(read(List.of("door=rtsp://h/1", "hall=rtsp://h/2"), "hall=file:cameras/hall"))
                .extracting(Registration::secretRef)
                .containsExactly("", "file:cameras/hall");
        assertThat(values.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"door", "door=gopher://h/1", "door=rtsp://", "door=/videos/a.mp4", ""})
    void whatIsNoStreamIsAProblem(String text) {
        read(List.of(text));

        assertThat(values.problems()).singleElement().asString().startsWith("stream: ");
    }

    @Test
    void twoStreamsOfOneNameAreAProblem() {
        read(List.of("door=rtsp://h/1", "door=rtsp://h/2"));

        assertThat(values.problems()).containsExactly("stream: two streams have the id 'door'");
    }

    @Test
    void aSecretOfNoStreamIsAProblem() {
        read(List.of("door=rtsp://h/1"), "dor=env:SIGHTLINE_SECRET_DOOR");

        assertThat(values.problems()).containsExactly("stream-secret: no stream has the id 'dor'");
    }

    @ParameterizedTest
    @CsvSource({
        "door=rtsp://joe:hunter2@h/1, door=file:door",
        "door=https://h/a.m3u8?token=hunter2, door=file:door",
        "door=rtsp://h/1, door=joe:hunter2",
        "door=rtsp://h/1, hunter2"
    })
    void credentialsAreAProblemThatDoesNotRepeatThem(String stream, String secret) {
        read(List.of(stream), secret);

        assertThat(values.problems()).isNotEmpty();
        assertThat(values.problems().toString()).doesNotContain("hunter2");
    }
}
