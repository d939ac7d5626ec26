// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.live.Fault;
import dev.sightline.testdata.live.FaultProxy;
import dev.sightline.testdata.live.HlsOptions;
import dev.sightline.testdata.live.LiveHls;
import dev.sightline.testdata.live.Mount;
import dev.sightline.testdata.live.RtspServer;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Gap;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.SecretStore;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.SamplingPolicy;
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

/** Sixteen cameras over RTSP and HLS, half of them behind a network that fails at random. */
@Timeout(420)
class CamerasITCase {

    private static final Duration LENGTH = Duration.ofMinutes(3);
    private static final Duration SILENCE = Duration.ofSeconds(6);
    private static final int OF_A_KIND = 4;

    private static final LiveSettings SETTINGS =
            new LiveSettings(
                    Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofMinutes(1), 30, 16);

    private static final ConnectionSettings CONNECTIONS =
            new ConnectionSettings(
                    new DecoderSettings(
                            SamplingPolicy.EXACT,
                            Duration.ofSeconds(1),
                            1,
                            1 << 24,
                            SILENCE,
                            new FrameGeometry(64, 64, FrameGeometry.Fit.SQUASH),
                            0),
                    AllowedHosts.NONE,
                    new SecretStore(""),
                    false);

    private final Map<String, List<TimelineRecord>> records = new TreeMap<>();
    private final Random random = new Random(5);
    private Instant began;
    private Instant ended;

    private static Registration registration(String id, String uri) {
        SourceKind kind = uri.startsWith("rtsp:") ? SourceKind.RTSP : SourceKind.HLS;
        return new Registration(id, uri, kind, "", 1000, null, IgnoreRegions.NONE, true);
    }

    private static List<Registration> registrations(
            RtspServer rtsp, LiveHls hls, FaultProxy badRtsp, FaultProxy badHls) {
        List<Registration> all = new ArrayList<>();
        for (int i = 0; i < OF_A_KIND; i++) {
            String mount = "c" + i;
            all.add(registration("good-rtsp-" + i, rtsp.uri(mount)));
            all.add(registration("good-hls-" + i, LiveHls.uri(hls.port(), mount)));
            all.add(registration("bad-rtsp-" + i, RtspServer.uri(badRtsp.port(), mount)));
            all.add(registration("bad-hls-" + i, LiveHls.uri(badHls.port(), mount)));
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
                        new MediaConnectors(CONNECTIONS));
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "live")
                .uid("live")
                .executeAndCollect();
    }

    /** Faults for two thirds of the time; in the end all is well. */
    private void disturb(List<FaultProxy> proxies) throws Exception {
        Instant until = began.plus(LENGTH.multipliedBy(2).dividedBy(3));
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
        List<Sample> samples =
                all.stream().filter(Sample.class::isInstance).map(Sample.class::cast).toList();
        List<Gap> gaps = all.stream().filter(Gap.class::isInstance).map(Gap.class::cast).toList();
        System.out.println(
                id
                        + ": "
                        + samples.size()
                        + " samples, "
                        + gaps.size()
                        + " gaps, "
                        + all.stream().filter(Reconnecting.class::isInstance).count()
                        + " tries; "
                        + new Coverage(all, Duration.ofSeconds(1))
                                .longestHole(began.plusSeconds(3), ended.minusSeconds(10)));
        for (Gap gap : gaps)
            System.out.println(
                    "   " + gap.from().wall() + " " + gap.to().wall() + " " + gap.reason());
    }
}
