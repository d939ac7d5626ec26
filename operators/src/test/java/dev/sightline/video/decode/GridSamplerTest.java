// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static dev.sightline.video.decode.GridSampler.Verdict.BETWEEN;
import static dev.sightline.video.decode.GridSampler.Verdict.SAMPLE;
import static dev.sightline.video.decode.GridSampler.Verdict.SAMPLE_AFTER_GAP;
import static dev.sightline.video.decode.GridSampler.Verdict.SAMPLE_AFTER_JUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.TimeBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridSamplerTest {

    private static final TimeBase MPEG = new TimeBase(1, 90_000);

    @Test
    void takesTheFirstFrameAtOrAfterEachGridPoint() {
        GridSampler sampler = new GridSampler(MPEG, 0, 1000);
        List<Long> taken = new ArrayList<>();
        for (long pts = 0; pts < 4 * 90_000; pts += 3003) {
            if (sampler.accept(pts) == SAMPLE) {
                taken.add(pts);
            }
        }
        assertThat(taken).containsExactly(0L, 90_090L, 180_180L, 270_270L);
    }

    @Test
    void countsFromTheStreamsOwnStart() {
        GridSampler sampler = new GridSampler(MPEG, 900_000, 1000);
        assertThat(sampler.accept(900_000)).isEqualTo(SAMPLE);
        assertThat(sampler.accept(989_999)).isEqualTo(BETWEEN);
        assertThat(sampler.accept(990_000)).isEqualTo(SAMPLE);
        assertThat(sampler.mediaMs(990_000)).isEqualTo(1000);
    }

    @Test
    void passesOverFramesBeforeTheStart() {
        GridSampler sampler = new GridSampler(MPEG, 0, 1000);
        assertThat(sampler.accept(-30_000)).isEqualTo(BETWEEN);
        assertThat(sampler.accept(0)).isEqualTo(SAMPLE);
        assertThat(sampler.next()).isEqualTo(1);
    }

    @Test
    void tellsOfGridPointsWithoutAFrame() {
        GridSampler sampler = new GridSampler(MPEG, 0, 1000);
        sampler.accept(0);
        assertThat(sampler.accept(5 * 90_000 + 10)).isEqualTo(SAMPLE_AFTER_GAP);
        assertThat(sampler.next()).isEqualTo(6);
    }

    @Test
    void toleratesReorderingButGoesOnBehindARestart() {
        GridSampler sampler = new GridSampler(MPEG, 0, 1000);
        for (int second = 0; second < 60; second++) {
            sampler.accept(second * 90_000L);
        }
        assertThat(sampler.accept(58 * 90_000L)).isEqualTo(BETWEEN);
        assertThat(sampler.accept(0)).isEqualTo(SAMPLE_AFTER_JUMP);
        assertThat(sampler.next()).isEqualTo(62);
        assertThat(sampler.mediaMs(0)).isEqualTo(61_000);
        assertThat(sampler.accept(45_000)).isEqualTo(BETWEEN);
        assertThat(sampler.accept(90_000)).isEqualTo(SAMPLE);
    }

    @Test
    void keepsToTheGridAtOtherIntervals() {
        GridSampler sampler = new GridSampler(new TimeBase(1, 30), 0, 250);
        List<Integer> taken = new ArrayList<>();
        for (int pts = 0; pts < 30; pts++) {
            if (sampler.accept(pts) == SAMPLE) {
                taken.add(pts);
            }
        }
        assertThat(taken).containsExactly(0, 8, 15, 23);
    }
}
