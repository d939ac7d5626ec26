// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundledFfmpegTest {

    @Test
    void saysItsVersions() {
        assertThat(BundledFfmpeg.version())
                .matches(
                        "\\S+, libavcodec \\d+\\.\\d+\\.\\d+, libavformat \\d+\\.\\d+\\.\\d+, "
                                + "libswscale \\d+\\.\\d+\\.\\d+");
    }
}
