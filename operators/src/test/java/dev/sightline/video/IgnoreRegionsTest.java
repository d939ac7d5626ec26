// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.IgnoreRegions.Region;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRegionsTest {

    @ParameterizedTest
    @CsvSource({"0,0,1,1", "0.7,0.9,0.3,0.1", "0.1,0.2,0.9,0.8"})
    void aRegionMayReachTheEdge(double x, double y, double width, double height) {
        assertThat(IgnoreRegions.of(x, y, width, height).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1,0,0.5,0.5",
        "0,-0.1,0.5,0.5",
        "0,0,0,0.5",
        "0,0,0.5,-0.5",
        "0.6,0,0.5,0.5",
        "0,0.6,0.5,0.5",
        "NaN,0,0.5,0.5",
        "0,0,NaN,0.5",
        "0,0,Infinity,0.5"
    })
    void aRegionLiesWithinThePicture(double x, double y, double width, double height) {
        assertThatThrownBy(() -> new Region(x, y, width, height))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thereAreNotTooManyOfThem() {
        Region one = new Region(0, 0, 0.1, 0.1);

        assertThatThrownBy(
                        () -> new IgnoreRegions(Collections.nCopies(IgnoreRegions.MOST + 1, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
