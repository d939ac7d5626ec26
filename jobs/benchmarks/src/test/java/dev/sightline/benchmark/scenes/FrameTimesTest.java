// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTimesTest {

    private static final List<String> SHOWN =
            List.of(
                    "[Parsed_showinfo_0 @ 0x1] config in time_base: 1/90000, frame_rate: 25/1",
                    "[Parsed_showinfo_0 @ 0x1] config out time_base: 0/0, frame_rate: 0/0",
                    "[Parsed_showinfo_0 @ 0x1] n:   0 pts:900000 pts_time:10 pos: 5 iskey:1 type:I",
                    "[Parsed_showinfo_0 @ 0x1]   side data - pan/scan",
                    "[Parsed_showinfo_0 @ 0x1] n:   1 pts:903600 pts_time:10.04 iskey:0 type:P",
                    "[Parsed_showinfo_0 @ 0x1] n:   2 pts:1080000 pts_time:12 iskey:0 type:P",
                    "[Parsed_showinfo_0 @ 0x1] n:   3 pts:1083600 pts_time:12.04 iskey:1 type:I");

    @Test
    void readsTheRealTimes() throws IOException {
        FrameTimes times = FrameTimesReader.parse(SHOWN, "x");
        assertThat(times.frames()).isEqualTo(4);
        assertThat(times.distance(0, 2)).isEqualTo(2, within(1e-9));
        assertThat(times.longestGop()).isEqualTo(2.04, within(1e-9));
    }

    @Test
    void findsTheFrameOfEachKindOfPlace() throws IOException {
        FrameTimes times = FrameTimesReader.parse(SHOWN, "x");
        assertThat(times.frame(Place.parse("frame", "2"))).isEqualTo(2);
        assertThat(times.frame(Place.parse("offset", "0.041"))).isEqualTo(1);
        assertThat(times.frame(Place.parse("time", "11.9"))).isEqualTo(2);
        assertThat(times.frame(Place.parse("time", "0"))).isZero();
        assertThat(times.frame(Place.parse("time", "99"))).isEqualTo(3);
    }

    @Test
    void refusesAFileWithoutFrames() {
        assertThatThrownBy(() -> FrameTimesReader.parse(List.of("nothing"), "x.mp4"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.mp4");
    }
}
