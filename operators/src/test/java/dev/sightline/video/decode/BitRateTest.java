// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BitRateTest {

    private static final int FRAMES_A_SECOND = 25;

    /** Whether a minute of frames of one size exceeds it somewhere. */
    private static boolean exceeded(int frameBytes) {
        BitRate rate = new BitRate();
        boolean exceeded = false;
        for (long frame = 0; frame < 60 * FRAMES_A_SECOND; frame++) {
            Instant at = Instant.ofEpochMilli(1000 * frame / FRAMES_A_SECOND);
            exceeded |= rate.isExceededBy(frameBytes, at);
        }
        return exceeded;
    }

    @Test
    void whatACameraSendsIsFine() {
        assertThat(exceeded(990_000)).isFalse();
    }

    @Test
    void whatNoCameraSendsIsNot() {
        assertThat(exceeded(1_010_000)).isTrue();
    }

    @Test
    void aLargeKeyframeIsNoRate() {
        BitRate rate = new BitRate();
        assertThat(rate.isExceededBy(50_000_000, Instant.EPOCH)).isFalse();
    }
}
