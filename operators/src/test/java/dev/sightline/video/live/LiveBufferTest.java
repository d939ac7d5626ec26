// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.Sample;
import dev.sightline.video.Shed;
import dev.sightline.video.TimelineRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveBufferTest {

    private final LiveBuffer buffer = new LiveBuffer(4, 1000, () -> {});

    private List<TimelineRecord> drain() {
        List<TimelineRecord> all = new ArrayList<>();
        for (TimelineRecord next = buffer.poll(); next != null; next = buffer.poll()) {
            all.add(next);
        }
        return all;
    }

    private static void assertContiguous(List<TimelineRecord> records) {
        for (int i = 1; i < records.size(); i++) {
            assertThat(records.get(i).position()).isEqualTo(records.get(i - 1).nextPosition());
        }
    }

    @Test
    void handsOutWhatItWasGivenInOrder() throws InterruptedException {
        for (int k = 0; k < 4; k++) {
            buffer.add(LiveRecords.sample(k));
        }
        assertThat(drain()).extracting(TimelineRecord::position).containsExactly(0L, 1L, 2L, 3L);
        assertThat(buffer.shed()).isZero();
    }

    @Test
    void leavesOutTheOldestAndKeepsPositionsContiguous() throws InterruptedException {
        for (int k = 0; k < 100; k++) {
            buffer.add(LiveRecords.sample(k));
        }
        List<TimelineRecord> all = drain();
        assertContiguous(all);
        assertThat(all.get(0)).isInstanceOf(Shed.class);
        assertThat(all.get(0).position()).isZero();
        assertThat(all.get(all.size() - 1).nextPosition()).isEqualTo(100);
        long samples = all.stream().filter(Sample.class::isInstance).count();
        assertThat(samples).isBetween(3L, 4L);
        long shed =
                all.stream()
                        .filter(Shed.class::isInstance)
                        .mapToLong(it -> ((Shed) it).shedMs())
                        .sum();
        assertThat(shed + 1000 * samples).isEqualTo(100_000);
    }

    @Test
    void lowersTheRateBeforeMuchIsLeftOutInOnePiece() throws InterruptedException {
        List<TimelineRecord> all = new ArrayList<>();
        for (int k = 0; k < 400; k++) {
            buffer.add(LiveRecords.sample(k));
            if (k % 4 == 0) {
                all.addAll(one());
            }
        }
        all.addAll(drain());
        assertContiguous(all);
        long longest =
                all.stream()
                        .filter(it -> it.position() > 50 && it instanceof Shed)
                        .mapToLong(it -> it.nextPosition() - it.position())
                        .max()
                        .orElseThrow();
        assertThat(longest).isLessThan(16);
    }

    private List<TimelineRecord> one() {
        List<TimelineRecord> taken = new ArrayList<>();
        TimelineRecord next = buffer.poll();
        while (next != null) {
            taken.add(next);
            next = next instanceof Sample ? null : buffer.poll();
        }
        return taken;
    }

    @Test
    void raisesTheRateAgainWhereTheTaskKeepsUp() throws InterruptedException {
        for (int k = 0; k < 100; k++) {
            buffer.add(LiveRecords.sample(k));
        }
        drain();
        for (int k = 100; k < 2000; k++) {
            buffer.add(LiveRecords.sample(k));
            drain();
        }
        long before = buffer.shed();
        for (int k = 2000; k < 2100; k++) {
            buffer.add(LiveRecords.sample(k));
            drain();
        }
        assertThat(buffer.shed()).isEqualTo(before);
    }

    @Test
    void makesASenderWaitThatCan() throws Exception {
        for (int k = 0; k < 4; k++) {
            buffer.addWaiting(LiveRecords.sample(k));
        }
        CompletableFuture<Void> fifth =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                buffer.addWaiting(LiveRecords.sample(4));
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertThat(buffer.poll().position()).isZero();
        fifth.get(10, TimeUnit.SECONDS);
        assertThat(drain()).hasSize(4);
        assertThat(buffer.shed()).isZero();
    }
}
