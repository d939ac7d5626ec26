// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.live.Connector;
import dev.sightline.video.live.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedCameraTest {

    private static final StreamRef STREAM =
            new StreamRef("camera", 1, "rtsp://camera", SourceKind.RTSP, "");

    private int refused;
    private int lost;
    private int jumps;
    private final List<Sample> samples = new ArrayList<>();

    private void watch(Duration length) {
        try (Day day = new Day("camera", 1, Duration.ofDays(2), 2, 48)) {
            Connector camera = Day.camera(registration());
            while (day.clock().passedMs() < length.toMillis()) {
                try (Connection open = camera.connect()) {
                    read(day, open, length);
                } catch (MediaException e) {
                    refused += e.getMessage().contains("refused") ? 1 : 0;
                    lost += e.getMessage().contains("reset") ? 1 : 0;
                }
            }
        }
    }

    private void read(Day day, Connection open, Duration length) throws MediaException {
        open.begin(STREAM);
        while (day.clock().passedMs() < length.toMillis()) {
            TimelineRecord next = open.next();
            if (next == null) {
                jumps++;
                open.begin(STREAM);
            } else if (next instanceof Sample sample) {
                samples.add(sample);
            }
        }
    }

    private List<Picture> pictures() {
        return samples.stream().map(sample -> Picture.of(sample.rgb())).toList();
    }

    private static Registration registration() {
        return new Registration(
                "camera",
                "rtsp://camera",
                SourceKind.RTSP,
                "",
                1000,
                null,
                IgnoreRegions.NONE,
                true);
    }

    @Test
    void aDayHasAnOutageEachHourAndAJumpEachThird() {
        watch(Duration.ofDays(1));
        assertThat(lost).isEqualTo(24);
        assertThat(refused).isGreaterThan(24 * 10);
        assertThat(jumps).isEqualTo(8);
        assertThat(samples).hasSizeBetween(80_000, 82_000);
    }

    @Test
    void theTimeStampsGoThroughAWrap() {
        watch(Duration.ofHours(14));
        long wrap = 1L << 33;
        assertThat(samples).anyMatch(sample -> sample.time().pts() >= wrap);
        assertThat(samples.get(samples.size() - 1).time().pts()).isLessThan(wrap / 2);
    }

    @Test
    void everyRunIsTheSame() {
        watch(Duration.ofHours(1));
        List<Picture> first = pictures();
        samples.clear();
        watch(Duration.ofHours(1));
        assertThat(pictures()).isEqualTo(first);
    }

    @Test
    void eachCutIsToldOnceTwoSecondsLater() {
        watch(Duration.ofMinutes(5));
        assertThat(samples.stream().flatMap(sample -> sample.changes().stream())).isNotEmpty();
        for (Sample sample : samples) {
            sample.changes()
                    .forEach(
                            cut ->
                                    assertThat(sample.time().mediaMs() - cut.end().mediaMs())
                                            .isEqualTo(2000));
        }
    }
}
