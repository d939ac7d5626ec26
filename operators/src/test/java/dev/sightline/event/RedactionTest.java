// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "rtsp://u:p@cam/1, rtsp://***@cam/1",
        "rtsp://u:p@ss@cam/1, rtsp://***@cam/1",
        "http://h/x?token=abc&y=1, http://h/x?token=***&y=1",
        "https://h/x?a=1&X-Amz-Signature=ff, https://h/x?a=1&X-Amz-Signature=***",
        "cannot open http://u@h/ now, cannot open http://***@h/ now",
        "password=hunter2 sent, password=*** sent",
        "file:///videos/a@b.mp4, file:///videos/a@b.mp4",
        "plain words, plain words"
    })
    void masksCredentialsAndNothingElse(String text, String expected) {
        assertThat(Redaction.redact(text)).isEqualTo(expected);
    }
}
