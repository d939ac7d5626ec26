// SPDX-License-Identifier: Apache-2.0
package dev.sightline.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rtsp://u:p@cam/1|rtsp://***@cam/1",
                "rtsp://u@cam/1|rtsp://***@cam/1",
                "rtsp://:p@cam/1|rtsp://***@cam/1",
                "rtsp://u:p@ss@cam/1|rtsp://***@cam/1",
                "rtsp://u:p/ss@cam/1|rtsp://***@cam/1",
                "rtsp://u:p?s#s@cam/1|rtsp://***@cam/1",
                "rtsp://u:p%40ss@cam/1|rtsp://***@cam/1",
                "RTSPS://u:p@[fe80::1]:322/1|RTSPS://***@[fe80::1]:322/1",
                "cannot open http://u@h/ now|cannot open http://***@h/ now",
                "'rtsp://u:p@a/1', 'rtsp://v:q@b/2'|'rtsp://***@a/1', 'rtsp://***@b/2'",
                "http://h/p?url=rtsp%3A%2F%2Fu%3Ap%40cam&x=1|http://h/p?url=rtsp%3A%2F%2F***%40cam&x=1",
                "joe:secret@10.0.0.7 refused|***@10.0.0.7 refused"
            })
    void masksUsersAndPasswords(String text, String expected) {
        assertThat(Redaction.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://h/x?token=abc&y=1|http://h/x?token=***&y=1",
                "http://h/x?token=abc,d/e=f|http://h/x?token=***",
                "http://h/x#access_token=abc|http://h/x#access_token=***",
                "https://h/x?a=1&X-Amz-Signature=ff|https://h/x?a=1&X-Amz-Signature=***",
                "https://h/x?X-Amz-Credential=AK/1/s3&b=2|https://h/x?X-Amz-Credential=***&b=2",
                "https://b/c?sv=1&sig=a%2Fb%3D|https://b/c?sv=1&sig=***",
                "http://h/l.m3u8?hdnts=exp=1~acl=/*~hmac=ab|http://h/l.m3u8?hdnts=***",
                "http://h/s.cgi?user=admin&pwd=x&ch=1|http://h/s.cgi?user=***&pwd=***&ch=1",
                "http://h/s.cgi?loginuse=a&loginpas=b|http://h/s.cgi?loginuse=***&loginpas=***",
                "rtsp://h/user=a&password=b&channel=1|rtsp://h/user=***&password=***&channel=1",
                "rtsp://h:554/user=a_password=b_channel=1|rtsp://h:554/user=***",
                "http://h/session=42/1.ts|http://h/session=***/1.ts",
                "http://h/p?u=http%3A%2F%2Fh%3Ftoken%3Dabc|http://h/p?u=http%3A%2F%2Fh%3Ftoken%3D***",
                "http://h/x?key=abc|http://h/x?key=***"
            })
    void masksTokensInUrls(String text, String expected) {
        assertThat(Redaction.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password=hunter2 sent|password=*** sent",
                "password=\"a b\" sent|password=\"***\" sent",
                "password=\"a\\\"b\" sent|password=\"***\" sent",
                "password='it\"s' sent|password='***' sent",
                "password=\"never closed|password=\"***",
                "sasl.password = x|sasl.password = ***",
                "password: hunter2|password: ***",
                "{\"password\":\"hunter2\",\"a\":1}|{\"password\":\"***\",\"a\":1}",
                "{\\\"apiKey\\\":\\\"k1\\\"}|{\\\"apiKey\\\":\\\"***\\\"}",
                "Authorization: Basic dXNlcjpwYXNz|Authorization: ***",
                "\"Cookie\": \"id=5; b=6\", x|\"Cookie\": \"***\", x",
                "sent Bearer abc123def456 twice|sent Bearer *** twice",
                "got eyJhbGciOi.eyJzdWIi.SflKx-w back|got *** back"
            })
    void masksSecretsInMessages(String text, String expected) {
        assertThat(Redaction.redact(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///videos/a@b.mp4",
                "file:///videos/session=42/user=3/a.mp4 is damaged",
                "/videos/session=42/2026-11-23T10:15:30@gate.mp4 is damaged",
                "http://h/x?email=a@b",
                "http://h:8080/path@2x.png?design=1&author=jane",
                "rtsp://[fe80::1]:554/a@b",
                "frame 12: 3 of 300 packets refused at 10:15:30",
                "Basic understanding of codecs: h264, hevc",
                "'alarmBudgetPerDay' has to be a number, found a text",
                "the session ended without authorization",
                ""
            })
    void leavesEverythingElse(String text) {
        assertThat(Redaction.redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://u:p@cam/1?token=abc refused: password=\"x y\"",
                "Authorization: Basic dXNlcjpwYXNz",
                "{\"password\":\"hunter2\"}",
                "joe:secret@10.0.0.7"
            })
    void maskingTwiceChangesNothingMore(String text) {
        String once = Redaction.redact(text);
        assertThat(once).isNotEqualTo(text);
        assertThat(Redaction.redact(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://u:p@10.0.0.7/s1, rtsp://10.0.0.7/s1",
        "https://u@h/x?token=abc, https://h/x?token=***",
        "rtsp://10.0.0.7/s1, rtsp://10.0.0.7/s1",
        "file:///v/token=1/a@b.mp4, file:///v/token=1/a@b.mp4"
    })
    void aUriHasNoUserAtAll(String uri, String expected) {
        assertThat(Redaction.uri(uri)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "!",
                "://",
                "a:",
                "x=",
                "token",
                "-",
                "%3A%2F%2F",
                "://%3A%2F%2F%%",
                "a@",
                "http://a:",
                "\\\"",
                "password=\"\\\""
            })
    void longTextsTakeNoLongTime(String repeated) {
        String text = repeated.repeat(20_000 / repeated.length());
        assertTimeout(Duration.ofSeconds(5), () -> Redaction.redact(text));
        assertTimeout(Duration.ofSeconds(5), () -> Redaction.redact("password=\"" + text));
        assertTimeout(Duration.ofSeconds(5), () -> Redaction.redact("http://h?x=" + text));
    }

    @Test
    void worksAcrossLines() {
        assertThat(Redaction.redact("one rtsp://u:p@a/1\ntwo rtsp://v:q@b/2\n"))
                .isEqualTo("one rtsp://***@a/1\ntwo rtsp://***@b/2\n");
    }
}
