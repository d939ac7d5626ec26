// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeyframeBytesTest {

    @Test
    void theShareIsThatOfTheBytesNotOfTheFrames() {
        assertThat(KeyframeBytes.share(List.of("600,K_", "300,__", "100,_D"))).isEqualTo(0.6);
    }

    @Test
    void moreFlagsAndEmptyLinesDoNoHarm() {
        assertThat(KeyframeBytes.share(List.of("500,K__,", "", "500,___,"))).isEqualTo(0.5);
    }

    @Test
    void aStreamWithoutPacketsHasNone() {
        assertThat(KeyframeBytes.share(List.of())).isZero();
    }
}
