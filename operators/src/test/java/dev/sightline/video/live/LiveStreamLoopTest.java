// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.Gap;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.Sample;
import dev.sightline.video.SampleRange;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The records that a stream's life makes, with a clock that moves when something happens. */
class LiveStreamLoopTest {

    private static final LiveSettings SETTINGS =
            new LiveSettings(
                    Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(1), 1000, 1);

    private final ScriptedConnector connector = new ScriptedConnector(LiveRecords.START);

    private List<TimelineRecord> run(LiveSplit split) {
        LiveBuffer buffer = new LiveBuffer(1000, 1000, () -> {});
        new LiveStreamLoop(
                        "a",
                        connector,
                        buffer,
                        new LivePlace(split),
                        SETTINGS,
                        new Surroundings(connector.clock(), connector::pass, Math::random),
                        "not connected yet")
                .run();
        List<TimelineRecord> all = new ArrayList<>();
        for (TimelineRecord next = buffer.poll(); next != null; next = buffer.poll()) {
            all.add(next);
        }
        assertInOrder(all, split.next());
        return all;
    }

    private List<TimelineRecord> run() {
        return run(LiveSplit.from(LiveRecords.registration("a"), LiveRecords.START));
    }

    /** Each epoch is contiguous from its first record on, closed, and never used again. */
    private static void assertInOrder(List<TimelineRecord> records, long first) {
        Set<Long> epochs = new HashSet<>();
        StreamRef current = null;
        long next = first;
        for (TimelineRecord each : records) {
            if (!each.stream().equals(current)) {
                assertThat(epochs.add(each.stream().epoch())).isTrue();
                assertThat(current == null || next == SampleRange.END).isTrue();
                next = current == null ? first : LiveSplit.FIRST;
                current = each.stream();
            }
            assertThat(each.position()).isEqualTo(next);
            next = each.nextPosition();
        }
    }

    private static Instant wall(MediaTime time) {
        return time.wall();
    }

    private static List<Gap> gaps(List<TimelineRecord> records) {
        return records.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
    }

    @Test
    void aStreamThatComesAtOnceBeginsWithTheGapBeforeIt() {
        connector.takes(2).samples(3).ends();
        List<TimelineRecord> all = run();
        assertThat(all.get(0)).isInstanceOf(Gap.class);
        assertThat(wall(gaps(all).get(0).from())).isEqualTo(LiveRecords.START);
        assertThat(wall(gaps(all).get(0).to())).isEqualTo(LiveRecords.START.plusSeconds(2));
        assertThat(all.get(1)).isInstanceOf(StreamStarted.class);
        assertThat(all.stream().filter(Sample.class::isInstance)).hasSize(3);
        assertThat(all.get(all.size() - 1)).isInstanceOf(StreamEnded.class);
    }

    @Test
    void whatIsLostComesBackInAnotherEpochBehindAGap() {
        connector.samples(5).fails("reset").refuses("refused", 2).samples(5).ends();
        List<TimelineRecord> all = run();
        List<Reconnecting> away =
                all.stream()
                        .filter(Reconnecting.class::isInstance)
                        .map(Reconnecting.class::cast)
                        .toList();
        assertThat(away).extracting(Reconnecting::attempt).containsExactly(1, 2, 3);
        assertThat(away)
                .extracting(Reconnecting::reason)
                .containsExactly("reset", "refused", "refused");
        assertThat(away).extracting(Reconnecting::news).containsExactly(true, true, false);
        assertThat(away.get(2).nextAttemptMs()).isBetween(2000L, 4000L);
        Gap outage = gaps(all).get(1);
        assertThat(outage.reason()).isEqualTo("refused");
        assertThat(wall(outage.from())).isEqualTo(wall(away.get(0).time()));
        assertThat(outage.stream()).isEqualTo(away.get(2).stream());
    }

    @Test
    void everySecondIsCoveredBySamplesOrGaps() {
        connector.takes(3).samples(7).fails("cut").refuses("no", 20).samples(4).jumps().samples(9);
        connector.fails("cut").takes(11).samples(2).ends();
        List<TimelineRecord> all = run();
        Instant covered = LiveRecords.START;
        for (TimelineRecord each : all) {
            if (each instanceof Gap gap) {
                assertThat(wall(gap.from())).isBeforeOrEqualTo(covered);
                covered = wall(gap.to());
            } else if (each instanceof Sample sample) {
                assertThat(wall(sample.time())).isBeforeOrEqualTo(covered);
                covered = wall(sample.time()).plusSeconds(1);
            }
        }
        assertThat(Duration.between(covered, connector.clock().instant()).toMillis())
                .isLessThan(1000);
    }

    @Test
    void whatIsAwayForLongIsLostAndTriedOn() {
        connector.refuses("no route", 30).samples(1).ends();
        List<Reconnecting> away =
                run().stream()
                        .filter(Reconnecting.class::isInstance)
                        .map(Reconnecting.class::cast)
                        .toList();
        assertThat(away).hasSize(30);
        assertThat(away.get(0).lost()).isFalse();
        assertThat(away.get(29).lost()).isTrue();
        assertThat(away)
                .allSatisfy(it -> assertThat(it.nextAttemptMs()).isLessThanOrEqualTo(30_000));
    }

    @Test
    void timeStampsThatJumpBeginAnEpochWithoutAnotherConnection() {
        connector.samples(4).jumps().samples(4).ends();
        List<TimelineRecord> all = run();
        assertThat(connector.connections()).isEqualTo(1);
        assertThat(all.stream().filter(StreamStarted.class::isInstance)).hasSize(2);
        assertThat(gaps(all).get(1).reason()).contains("jumped");
        assertThat(all.stream().filter(Reconnecting.class::isInstance)).isEmpty();
    }

    @Test
    void afterARestartTheOutageOfTheJobIsAGap() {
        Instant before = LiveRecords.START.minusSeconds(300);
        LiveSplit split =
                new LiveSplit(
                        LiveRecords.registration("a"),
                        7,
                        42,
                        LiveRecords.time(41_000, before),
                        false);
        connector.samples(2).ends();
        List<TimelineRecord> all = run(split);
        assertThat(all.get(0)).isInstanceOf(Gap.class);
        assertThat(all.get(0).position()).isEqualTo(42);
        assertThat(all.get(0).stream().epoch()).isEqualTo(7);
        assertThat(wall(gaps(all).get(0).from())).isEqualTo(before);
    }

    @Test
    void anExceptionThatNobodyThoughtOfIsAnOutageLikeAnother() {
        connector.samples(2).breaks().samples(2).runsOut().samples(2).ends();
        List<TimelineRecord> all = run();
        assertThat(all.stream().filter(Reconnecting.class::isInstance)).hasSize(2);
        assertThat(all.get(all.size() - 1)).isInstanceOf(StreamEnded.class);
    }
}
