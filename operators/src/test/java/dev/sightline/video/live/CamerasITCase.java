// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.live.Fault;
import dev.sightline.testdata.live.FaultProxy;
import dev.sightline.testdata.live.HlsOptions;
import dev.sightline.testdata.live.LiveHls;
import dev.sightline.testdata.live.Mount;
import dev.sightline.testdata.live.RtspServer;
import dev.sightline.video.Gap;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.Sample;
import dev.sightline.video.TimelineRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sixteen cameras over RTSP and HLS, half of them behind a network that fails at random. For two
 * minutes; {@code -Dsightline.cameras.seconds=180} makes it longer.
 */
@Timeout(600)
class CamerasITCase {

    private static final Duration LENGTH =
            Duration.ofSeconds(Integer.getInteger("sightline.cameras.seconds", 120));
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** From a picture to its record: segments of HLS are a second long and read three behind. */
    private static final Duration LATENCY = Duration.ofSeconds(10);

    private static final int OF_A_KIND = 4;

    /** Samples at the end, where no fault was injected any more. */
    private static final int AT_PEACE = 20;

    private static final LiveSettings SETTINGS =
            new LiveSettings(
                    Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofMinutes(1), 30, 16);

    private final Map<String, List<TimelineRecord>> records = new TreeMap<>();
    private final Random random = new Random(5);
    private Instant began;
    private Instant ended;

    private static List<Registration> registrations(
            RtspServer rtsp, LiveHls hls, FaultProxy badRtsp, FaultProxy badHls) {
        List<Registration> all = new ArrayList<>();
        for (int i = 0; i < OF_A_KIND; i++) {
            String mount = "c" + i;
            all.add(Cameras.registration("good-rtsp-" + i, rtsp.uri(mount)));
            all.add(Cameras.registration("good-hls-" + i, LiveHls.uri(hls.port(), mount)));
            all.add(Cameras.registration("bad-rtsp-" + i, RtspServer.uri(badRtsp.port(), mount)));
            all.add(Cameras.registration("bad-hls-" + i, LiveHls.uri(badHls.port(), mount)));
        }
        return all;
    }

    private static CloseableIterator<TimelineRecord> run(List<Registration> registrations)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        env.enableCheckpointing(1000);
        LiveSource source =
                new LiveSource(
                        RegistrationFeed.of(registrations),
                        SETTINGS,
                        new MediaConnectors(Cameras.SETTINGS));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "live")
                .uid("live")
                .executeAndCollect();
    }

    /** Faults for three fifths of the time; in the end all is well. */
    private void disturb(List<FaultProxy> proxies) throws Exception {
        Instant until = began.plus(LENGTH.multipliedBy(3).dividedBy(5));
        Thread.sleep(15_000);
        while (Instant.now().isBefore(until)) {
            FaultProxy proxy = proxies.get(random.nextInt(proxies.size()));
            switch (random.nextInt(4)) {
                case 0 -> proxy.cut();
                case 1 -> proxy.inject(Fault.STALL);
                case 2 -> proxy.inject(Fault.corrupt(2000));
                default -> {
                    proxy.refuse();
                    proxy.cut();
                }
            }
            Thread.sleep(2000 + random.nextInt(8000));
            proxy.inject(Fault.NONE);
            proxy.accept();
            Thread.sleep(3000);
        }
    }

    private Thread collect(CloseableIterator<TimelineRecord> all) {
        Thread collector =
                new Thread(
                        () -> {
                            while (all.hasNext()) {
                                TimelineRecord next = all.next();
                                synchronized (records) {
                                    records.computeIfAbsent(
                                                    next.stream().streamId(),
                                                    id -> new ArrayList<>())
                                            .add(next);
                                }
                            }
                        },
                        "collector");
        collector.start();
        return collector;
    }

    @Test
    void thoseThatAreDisturbedComeBackAndTheOthersLoseNothing() throws Exception {
        Mount[] mounts =
                IntStream.range(0, OF_A_KIND)
                        .mapToObj(i -> Mount.clock("c" + i))
                        .toArray(Mount[]::new);
        try (RtspServer rtsp = RtspServer.start(mounts);
                LiveHls hls = LiveHls.clock(HlsOptions.DEFAULT);
                FaultProxy badRtsp = FaultProxy.to(rtsp.port());
                FaultProxy badHls = FaultProxy.to(hls.port())) {
            began = Instant.now();
            CloseableIterator<TimelineRecord> all = run(registrations(rtsp, hls, badRtsp, badHls));
            Thread collector = collect(all);
            disturb(List.of(badRtsp, badHls));
            Thread.sleep(
                    Math.max(0, Duration.between(Instant.now(), began.plus(LENGTH)).toMillis()));
            ended = Instant.now();
            all.close();
            collector.join();
        }
        assertThat(records).hasSize(4 * OF_A_KIND);
        records.forEach(this::check);
    }

    private void check(String id, List<TimelineRecord> all) {
        System.out.println(id + ": " + summary(all));
        assertContiguous(all);
        Instant registered = ((Gap) first(all, Gap.class)).from().wall();
        Duration hole = new Coverage(all, SECOND).longestHole(registered, ended.minus(LATENCY));
        assertThat(hole).as(id + " is not covered").isLessThanOrEqualTo(SECOND);
        if (id.startsWith("good")) {
            assertThat(count(all, Gap.class)).as(id + " was interrupted").isEqualTo(1);
            assertThat(count(all, Reconnecting.class)).isZero();
        } else {
            assertThat(count(all, Reconnecting.class)).as(id + " was not disturbed").isPositive();
        }
        List<TimelineRecord> end = all.subList(Math.max(0, all.size() - AT_PEACE), all.size());
        assertThat(end).as(id + " is not back").allMatch(Sample.class::isInstance);
    }

    private static String summary(List<TimelineRecord> all) {
        StringBuilder text = new StringBuilder();
        text.append(count(all, Sample.class)).append(" samples, ");
        text.append(count(all, Reconnecting.class)).append(" failed tries");
        for (TimelineRecord next : all) {
            if (next instanceof Gap gap) {
                text.append("; ").append(gap.missingMs()).append(" ms: ").append(gap.reason());
            }
        }
        return text.toString();
    }

    private static long count(List<TimelineRecord> all, Class<?> kind) {
        return all.stream().filter(kind::isInstance).count();
    }

    private static TimelineRecord first(List<TimelineRecord> all, Class<?> kind) {
        return all.stream().filter(kind::isInstance).findFirst().orElseThrow();
    }

    private static void assertContiguous(List<TimelineRecord> all) {
        TimelineRecord before = null;
        for (TimelineRecord next : all) {
            boolean same = before != null && before.stream().equals(next.stream());
            assertThat(next.position()).isEqualTo(same ? before.nextPosition() : -1);
            before = next;
        }
    }
}
