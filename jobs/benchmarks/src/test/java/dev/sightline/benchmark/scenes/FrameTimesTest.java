// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.benchmark.frames.ShownFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTimesTest {

    private static final FrameTimes TIMES =
            FrameTimes.of(
                    List.of(
                            new ShownFrame(10, true, ""),
                            new ShownFrame(10.04, false, ""),
                            new ShownFrame(12, false, ""),
                            new ShownFrame(12.04, true, "")));

    @Test
    void measuresDistancesInRealTime() {
        assertThat(TIMES.frames()).isEqualTo(4);
        assertThat(TIMES.distance(0, 2)).isEqualTo(2, within(1e-9));
        assertThat(TIMES.longestGop()).isEqualTo(2.04, within(1e-9));
    }

    @Test
    void findsTheFrameOfEachKindOfPlace() {
        assertThat(TIMES.frame(Place.parse("frame", "2"))).isEqualTo(2);
        assertThat(TIMES.frame(Place.parse("offset", "0.041"))).isEqualTo(1);
        assertThat(TIMES.frame(Place.parse("time", "11.9"))).isEqualTo(2);
        assertThat(TIMES.frame(Place.parse("time", "0"))).isZero();
        assertThat(TIMES.frame(Place.parse("time", "99"))).isEqualTo(3);
    }
}
