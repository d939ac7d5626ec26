// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.TimeBase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstFrameGridTest {

    private static final TimeBase MPEG = new TimeBase(1, 90_000);

    private static FirstFrameGrid grid(TimeBase timeBase, long start, long intervalMillis) {
        return new FirstFrameGrid(new GridClock(timeBase, start, intervalMillis, 0), false);
    }

    private static GridPoint only(List<GridPoint> points) {
        assertThat(points).hasSize(1);
        return points.get(0);
    }

    @Test
    void takesTheFirstFrameAtOrAfterEachGridPoint() {
        FirstFrameGrid grid = grid(MPEG, 0, 1000);
        List<Long> taken = new ArrayList<>();
        for (long pts = 0; pts < 4 * 90_000; pts += 3003) {
            grid.accept(pts, false).forEach(point -> taken.add(point.pts()));
        }
        assertThat(taken).containsExactly(0L, 90_090L, 180_180L, 270_270L);
    }

    @Test
    void takesKeyframesAloneWhereAsked() {
        FirstFrameGrid grid = new FirstFrameGrid(new GridClock(MPEG, 0, 1000, 0), true);
        List<GridPoint> taken = new ArrayList<>();
        for (int second = 0; second < 6; second++) {
            taken.addAll(grid.accept(second * 90_000L, second % 2 == 0));
        }
        assertThat(taken).extracting(GridPoint::k).containsExactly(0L, 2L, 4L);
        assertThat(taken).extracting(GridPoint::expected).containsExactly(0L, 1L, 3L);
    }

    @Test
    void countsFromTheStreamsOwnStart() {
        FirstFrameGrid grid = grid(MPEG, 900_000, 1000);
        assertThat(grid.accept(900_000, true)).hasSize(1);
        assertThat(grid.accept(989_999, false)).isEmpty();
        assertThat(only(grid.accept(990_000, false)).mediaMs(MPEG)).isEqualTo(1000);
    }

    @Test
    void passesOverFramesBeforeTheStart() {
        FirstFrameGrid grid = grid(MPEG, 0, 1000);
        assertThat(grid.accept(-30_000, true)).isEmpty();
        assertThat(grid.accept(0, false)).hasSize(1);
        assertThat(grid.clock().next()).isEqualTo(1);
    }

    @Test
    void tellsOfGridPointsWithoutAFrame() {
        FirstFrameGrid grid = grid(MPEG, 0, 1000);
        grid.accept(0, true);
        grid.accept(3003, false);
        GridPoint point = only(grid.accept(5 * 90_000 + 10, false));
        assertThat(point.k()).isEqualTo(5);
        assertThat(point.expected()).isEqualTo(1);
        assertThat(point.previousMs(MPEG)).isEqualTo(33);
        assertThat(grid.clock().next()).isEqualTo(6);
    }

    @Test
    void toleratesReorderingButGoesOnBehindARestart() {
        FirstFrameGrid grid = grid(MPEG, 0, 1000);
        for (int second = 0; second < 60; second++) {
            grid.accept(second * 90_000L, true);
        }
        assertThat(grid.accept(58 * 90_000L, false)).isEmpty();
        GridPoint jumped = only(grid.accept(0, true));
        assertThat(jumped.jumped()).isTrue();
        assertThat(jumped.k()).isEqualTo(61);
        assertThat(jumped.mediaMs(MPEG)).isEqualTo(61_000);
        assertThat(jumped.previousMs(MPEG)).isEqualTo(58_000);
        assertThat(grid.accept(45_000, false)).isEmpty();
        assertThat(only(grid.accept(90_000, false)).jumped()).isFalse();
    }

    @Test
    void keepsToTheGridAtOtherIntervals() {
        FirstFrameGrid grid = grid(new TimeBase(1, 30), 0, 250);
        List<Long> taken = new ArrayList<>();
        for (int pts = 0; pts < 30; pts++) {
            grid.accept(pts, false).forEach(point -> taken.add(point.pts()));
        }
        assertThat(taken).containsExactly(0L, 8L, 15L, 23L);
    }
}
