// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.decode.SamplingPolicies.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplingPoliciesTest {

    @Test
    void theFirstRuleThatFitsCounts() {
        SamplingPolicies policies =
                new SamplingPolicies(
                        SamplingPolicy.EXACT,
                        List.of(
                                Rule.parse("gate/1 = keyframes"),
                                Rule.parse("gate/*=economy"),
                                Rule.parse("*/2=everything")));
        assertThat(policies.of("gate/1")).isEqualTo(SamplingPolicy.KEYFRAMES);
        assertThat(policies.of("gate/2")).isEqualTo(SamplingPolicy.ECONOMY);
        assertThat(policies.of("yard/2")).isEqualTo(SamplingPolicy.EVERYTHING);
        assertThat(policies.of("yard/3")).isEqualTo(SamplingPolicy.EXACT);
    }

    @Test
    void aNameMayHoldAnEqualsSign() {
        assertThat(Rule.parse("a=b.mp4=economy"))
                .isEqualTo(new Rule("a=b.mp4", SamplingPolicy.ECONOMY));
    }

    @Test
    void saysWhatIsWrongWithARule() {
        assertThatThrownBy(() -> Rule.parse("economy")).hasMessageContaining("STREAM=POLICY");
        assertThatThrownBy(() -> Rule.parse("=economy")).hasMessageContaining("STREAM=POLICY");
        assertThatThrownBy(() -> Rule.parse("a=fast"))
                .hasMessageContaining("'fast' is not exact, economy, keyframes or everything");
    }
}
