// SPDX-License-Identifier: Apache-2.0
package dev.sightline.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** That it has begun is asked in a process of its own, by OnnxRuntimeEndTest. */
class ProcessEndTest {

    @Test
    void hasNotBegunWhileTestsRun() {
        assertThat(ProcessEnd.begun()).isFalse();
        assertThat(ProcessEnd.begun()).isFalse();
    }
}
