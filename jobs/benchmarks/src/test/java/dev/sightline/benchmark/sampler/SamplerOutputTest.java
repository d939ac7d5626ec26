// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.benchmark.frames.ShownFrame;
import dev.sightline.benchmark.sampler.SamplerOutput.Cost;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplerOutputTest {

    @Test
    void samplesAndPassesAreReadAndChatterIsNot() {
        SamplerOutput output =
                SamplerOutput.parse(
                        List.of(
                                "sample rate converted",
                                "sample 0.0",
                                "sample 1.04",
                                "pass 3.5 4.25",
                                "",
                                "pass 1.5 2.0"));

        assertThat(output.samples()).extracting(ShownFrame::seconds).containsExactly(0.0, 1.04);
        assertThat(output.passes()).containsExactly(new Cost(3.5, 4.25), new Cost(1.5, 2.0));
    }

    @Test
    void aCostLessItsStartIsNeverNegative() {
        assertThat(new Cost(2.0, 3.0).less(new Cost(0.5, 1.0))).isEqualTo(new Cost(1.5, 2.0));
        assertThat(new Cost(0.25, 0.5).less(new Cost(0.5, 1.0))).isEqualTo(new Cost(0, 0));
    }
}
