// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamGlobsTest {

    @Test
    void noPatternIncludesEveryStream() {
        assertThat(new StreamGlobs(List.of()).include("gate-3")).isTrue();
    }

    @Test
    void onlyIdsSayHowManyStreamsThereAre() {
        assertThat(new StreamGlobs(List.of("gate-1", "gate-2")).nameStreams()).isTrue();
        assertThat(new StreamGlobs(List.of("gate-1", "gate-?")).nameStreams()).isFalse();
        assertThat(new StreamGlobs(List.of("*")).nameStreams()).isFalse();
        assertThat(new StreamGlobs(List.of()).nameStreams()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gate-3, gate-3, true",
        "gate-3, gate-31, false",
        "gate-3, a-gate-3, false",
        "gate-*, gate-3, true",
        "gate-*, gate-, true",
        "gate-?, gate-3, true",
        "gate-?, gate-31, false",
        "*, anything/at/all.mp4, true",
        "*.mp4, day1/reel.mp4, true",
        "*.mp4, day1/reel.mp4.tmp, false",
        "day*/*.mp4, day1/a/b.mp4, true",
        "a*b*c, axxbxxbxc, true",
        "a*b*c, axxbxxbx, false",
        "what?, what?, true",
        "c[1], c[1], true",
        "c.1, cx1, false"
    })
    void idsAndGlobsAreMatchedWhole(String pattern, String streamId, boolean included) {
        assertThat(new StreamGlobs(List.of(pattern)).include(streamId)).isEqualTo(included);
    }

    @Test
    void onePatternOfSeveralIsEnough() {
        StreamGlobs globs = new StreamGlobs(List.of("gate-*", "yard"));
        assertThat(globs.include("yard")).isTrue();
        assertThat(globs.include("roof")).isFalse();
    }

    @Test
    void aPatternOfManyStarsIsDecidedAtOnce() {
        StreamGlobs globs = new StreamGlobs(List.of("a*".repeat(200) + "b"));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(globs.include("a".repeat(2000))).isFalse());
    }
}
