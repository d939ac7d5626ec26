// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.event.StreamRequest.Decode;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.IgnoreRegions.Region;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamRequestTest {

    private static final String CAMERA = "rtsp://10.0.0.7/stream1";

    private static StreamRequest parse(String json) throws MalformedRequest {
        return StreamRequest.parse("gate-3", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fillsInTheDefaults() throws MalformedRequest {
        assertThat(parse("{\"uri\":\"" + CAMERA + "\"}"))
                .isEqualTo(
                        new StreamRequest(
                                "gate-3", CAMERA, null, 1000, null, IgnoreRegions.NONE, false))
                .isEqualTo(StreamRequest.of("gate-3", CAMERA));
    }

    @Test
    void takesEveryField() throws MalformedRequest {
        IgnoreRegions two =
                new IgnoreRegions(
                        List.of(new Region(0, 0, 0.3, 0.05), new Region(0.7, 0.9, 0.3, 0.1)));
        assertThat(
                        parse(
                                """
                                {"uri":"rtsp://10.0.0.7/stream1","secretRef":"env:GATE_3",
                                 "intervalMs":500,"decode":"economy","trusted":true,
                                 "ignore":[[0,0,0.3,0.05],[0.7,0.9,0.3,0.1]]}"""))
                .isEqualTo(
                        new StreamRequest(
                                "gate-3", CAMERA, "env:GATE_3", 500, Decode.ECONOMY, two, true));
    }

    @Test
    void aFieldThatSaysNothingCountsAsAbsent() throws MalformedRequest {
        assertThat(
                        parse(
                                """
                                {"uri":"rtsp://10.0.0.7/stream1","secretRef":null,"ignore":[],
                                 "intervalMs":null,"decode":null,"trusted":null}"""))
                .isEqualTo(StreamRequest.of("gate-3", CAMERA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|'uri' is missing",
                "{\"uri\":5}|'uri' has to be a text, found 5",
                "{\"uri\":\"  \"}|'uri' is missing",
                "{\"uri\":\"camera-7\"}|'uri' is not complete",
                "{\"uri\":\"10.0.0.7/stream1\"}|'uri' is not complete",
                "{\"uri\":\"rtsp://h/a\\nb\"}|'uri' holds control characters",
                "{\"uri\":\"rtsp://h/a\",\"url\":\"x\"}|'url' is not a field",
                "{\"uri\":\"rtsp://h/a\",\"secretRef\":\"\"}|'secretRef' is the name",
                "{\"uri\":\"rtsp://h/a\",\"intervalMs\":99}|'intervalMs' must be 100 to 3600000: 99",
                "{\"uri\":\"rtsp://h/a\",\"intervalMs\":3600001}|'intervalMs' must be 100",
                "{\"uri\":\"rtsp://h/a\",\"intervalMs\":0.5}|'intervalMs' has to be a whole number",
                "{\"uri\":\"rtsp://h/a\",\"decode\":\"fast\"}|'decode' has to be exact, economy or",
                "{\"uri\":\"rtsp://h/a\",\"decode\":\"EXACT\"}|'decode' has to be exact, economy or",
                "{\"uri\":\"rtsp://h/a\",\"trusted\":\"yes\"}|'trusted' has to be true or false",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":{}}|'ignore' has to be a list of lists",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":[7]}|'ignore[0]' has to be a list of 4 numbers",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":[[0,0,1]]}|'ignore[0]' has to be a list of 4 num",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":[[0,0,1,\"1\"]]}|'ignore[0][3]' has to be a number",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":[[0.9,0,0.2,1]]}|'ignore': a region is [x, y",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":[[0,0,0,1]]}|'ignore': a region is [x, y",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":[[-0.1,0,0.2,1]]}|'ignore': a region is [x, y",
                "[]|not a JSON object but a list",
                "nonsense|not JSON"
            })
    void saysWhatIsWrong(String json, String expected) {
        assertThatThrownBy(() -> parse(json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://joe:hunter2@h/a",
                "rtsp://hunter2@h/a",
                "https://h/live.m3u8?token=hunter2",
                "https://h/live.m3u8?user=joe&password=hunter2"
            })
    void anAddressWithCredentialsIsRefusedWithoutRepeatingThem(String uri) {
        assertThatThrownBy(() -> parse("{\"uri\":\"" + uri + "\"}"))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("'secretRef'")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aSecretInPlaceOfItsNameIsNotRepeated() {
        assertThatThrownBy(() -> parse("{\"uri\":\"rtsp://h/a\",\"secretRef\":\"hunter2 !\"}"))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b"})
    void aRecordWithoutAProperKeyIsNoStream(String key) {
        byte[] json = "{\"uri\":\"rtsp://h/a\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StreamRequest.parse(key, json))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uri\":\"rtsp://h/a\",\"intervalMs\":50}",
                "{\"uri\":\"rtsp://joe:pw@h/a\"}",
                "{\"uri\":\"rtsp://h/a\",\"secretRef\":\"a b\"}",
                "{\"uri\":\"rtsp://h/a\",\"ignore\":[[0,0,1]]}",
                "{\"uri\":\"rtsp://h/a\",\"trusted\":1}"
            })
    void theSchemaRefusesItToo(String json) throws IOException {
        assertThat(Schemas.of(Topic.STREAMS).validate(new ObjectMapper().readTree(json)))
                .isNotEmpty();
    }
}
