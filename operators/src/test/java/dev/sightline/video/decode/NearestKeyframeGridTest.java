// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.TimeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NearestKeyframeGridTest {

    private static final TimeBase MILLIS = new TimeBase(1, 1000);

    private static NearestKeyframeGrid grid() {
        return new NearestKeyframeGrid(new GridClock(MILLIS, 0, 1000, 0));
    }

    private static List<GridPoint> sample(
            NearestKeyframeGrid grid, int end, int step, Set<Long> keyframes) {
        List<GridPoint> points = new ArrayList<>();
        for (long pts = 0; pts < end; pts += step) {
            points.addAll(grid.accept(pts, keyframes.contains(pts)));
        }
        points.addAll(grid.finish());
        return points;
    }

    @Test
    void takesTheNearestKeyframeWithinHalfAnInterval() {
        List<GridPoint> points = sample(grid(), 3500, 100, Set.of(0L, 700L, 1200L, 1800L, 2900L));
        assertThat(points).extracting(GridPoint::pts).containsExactly(0L, 1200L, 1800L, 2900L);
        assertThat(points).extracting(GridPoint::k).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void takesTheFirstFrameWhereNoKeyframeIsNear() {
        List<GridPoint> points = sample(grid(), 4000, 40, Set.of(0L, 3400L));
        assertThat(points).extracting(GridPoint::pts).containsExactly(0L, 1000L, 2000L, 3400L);
    }

    @Test
    void takesTheEarlierOfTwoThatAreEquallyNear() {
        List<GridPoint> points = sample(grid(), 1600, 100, Set.of(0L, 900L, 1100L));
        assertThat(points).extracting(GridPoint::pts).containsExactly(0L, 900L);
    }

    @Test
    void doesNotInventASampleForAGridPointBehindTheEnd() {
        List<GridPoint> points = sample(grid(), 1000, 100, Set.of(0L, 800L));
        assertThat(points).extracting(GridPoint::pts).containsExactly(0L);
    }

    @Test
    void saysWhichFramesMustWait() {
        NearestKeyframeGrid grid = grid();
        grid.accept(0, true);
        assertThat(grid.undecided()).isEqualTo(SamplingGrid.NOTHING);
        grid.accept(900, true);
        assertThat(grid.undecided()).isEqualTo(900);
        grid.accept(1000, false);
        assertThat(grid.undecided()).isEqualTo(900);
        grid.finish();
        assertThat(grid.undecided()).isEqualTo(SamplingGrid.NOTHING);
    }

    @Test
    void tellsOfGapsAndJumpsAsTheFirstFrameGridDoes() {
        NearestKeyframeGrid grid = grid();
        grid.accept(0, true);
        List<GridPoint> behindGap = grid.accept(50_200, true);
        assertThat(behindGap).extracting(GridPoint::k).containsExactly(50L);
        assertThat(behindGap).extracting(GridPoint::expected).containsExactly(1L);
        List<GridPoint> behindJump = grid.accept(0, true);
        assertThat(behindJump).extracting(GridPoint::jumped).containsExactly(true);
        assertThat(behindJump).extracting(GridPoint::k).containsExactly(52L);
    }

    @Test
    void usesNoFrameTwiceAndKeepsTheOrderWhateverTheStream() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            NearestKeyframeGrid grid = grid();
            List<GridPoint> points = new ArrayList<>();
            long pts = 0;
            for (int i = 0; i < 60; i++) {
                points.addAll(grid.accept(pts, random.nextInt(4) == 0));
                pts += 1 + random.nextInt(random.nextInt(5) == 0 ? 3000 : 300);
            }
            points.addAll(grid.finish());
            assertThat(points.stream().map(GridPoint::pts).collect(Collectors.toSet()))
                    .hasSameSizeAs(points);
            for (int i = 1; i < points.size(); i++) {
                assertThat(points.get(i).pts()).isGreaterThan(points.get(i - 1).pts());
                assertThat(points.get(i).expected()).isEqualTo(points.get(i - 1).k() + 1);
                assertThat(points.get(i).k()).isGreaterThanOrEqualTo(points.get(i).expected());
            }
        }
    }
}
