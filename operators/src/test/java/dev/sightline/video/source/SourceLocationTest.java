// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceLocationTest {

    @Test
    void takesAPathAlone() {
        assertThat(SourceLocation.parse("/videos")).isEqualTo(new SourceLocation("", "/videos"));
    }

    @Test
    void takesAnIdBeforeTheFirstEqualsSign() {
        assertThat(SourceLocation.parse("gate=/videos/a=b.mp4"))
                .isEqualTo(new SourceLocation("gate", "/videos/a=b.mp4"));
    }

    @Test
    void leavesAnEqualsSignInsideAPathAlone() {
        assertThat(SourceLocation.parse("./a=b.mp4"))
                .isEqualTo(new SourceLocation("", "./a=b.mp4"));
    }

    @Test
    void refusesAnEmptyPath() {
        assertThatThrownBy(() -> SourceLocation.parse("gate="))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
