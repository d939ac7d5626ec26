// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14; the file has 100 bytes. */
class ByteRangeTest {

    private static final String TAG = "\"a\"";

    private static ByteRange of(String range) {
        return ByteRange.of(range, null, TAG, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1, bytes 0-0/100",
        "bytes=0-, 0, 100, bytes 0-99/100",
        "bytes=10-19, 10, 10, bytes 10-19/100",
        "bytes=90-200, 90, 10, bytes 90-99/100",
        "bytes=-10, 90, 10, bytes 90-99/100",
        "bytes=-1000, 0, 100, bytes 0-99/100",
        "' Bytes = 99 - ', 99, 1, bytes 99-99/100",
        "bytes=0-99999999999999999999999999, 0, 100, bytes 0-99/100",
    })
    void aRangeGetsItsPart(String range, long first, long length, String header) {
        assertThat(of(range)).isEqualTo(new ByteRange(206, first, length, 100));
        assertThat(of(range).contentRange()).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=9999999999999999999999-"})
    void aRangeBehindTheEndGetsNothing(String range) {
        assertThat(of(range)).isEqualTo(new ByteRange(416, 0, 0, 100));
        assertThat(of(range).contentRange()).isEqualTo("bytes */100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=20-10", "bytes=-", "bytes=a-b", "seconds=0-1", "bytes=0-1,5-6", ""})
    void whatIsNoSingleRangeGetsTheWhole(String range) {
        assertThat(of(range)).isEqualTo(new ByteRange(200, 0, 100, 100));
        assertThat(of(range).contentRange()).isNull();
    }

    @Test
    void withoutARangeItIsTheWhole() {
        assertThat(of(null)).isEqualTo(new ByteRange(200, 0, 100, 100));
    }

    @Test
    void anEmptyFileHasNoParts() {
        assertThat(ByteRange.of("bytes=0-", null, TAG, 0).status()).isEqualTo(416);
        assertThat(ByteRange.of("bytes=-5", null, TAG, 0).status()).isEqualTo(416);
        assertThat(ByteRange.of(null, null, TAG, 0)).isEqualTo(new ByteRange(200, 0, 0, 0));
    }

    @Test
    void aFileThatHasChangedIsSentAsAWhole() {
        assertThat(ByteRange.of("bytes=10-", TAG, TAG, 100).status()).isEqualTo(206);
        assertThat(ByteRange.of("bytes=10-", "\"b\"", TAG, 100).status()).isEqualTo(200);
    }
}
