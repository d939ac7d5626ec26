// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.Gap;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.Sample;
import dev.sightline.video.Shed;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Live streams in a cluster. Static, since Flink serializes what it is given. */
@Timeout(60)
class LiveSourceITCase {

    private static final LiveSettings SETTINGS =
            new LiveSettings(
                    Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1), 1000, 3);

    private static final List<Registration> REGISTERED = new ArrayList<>();
    private static final List<Consumer<Registrations>> FOLLOWERS = new ArrayList<>();
    private static final AtomicBoolean FAIL = new AtomicBoolean();
    private static final AtomicInteger SLOW_MS = new AtomicInteger();

    private final List<TimelineRecord> all = new ArrayList<>();

    @BeforeEach
    void forget() {
        register();
        synchronized (FOLLOWERS) {
            FOLLOWERS.clear();
        }
        FAIL.set(false);
        SLOW_MS.set(0);
    }

    private static void register(String... ids) {
        synchronized (FOLLOWERS) {
            REGISTERED.clear();
            Stream.of(ids).map(LiveRecords::registration).forEach(REGISTERED::add);
            FOLLOWERS.forEach(each -> each.accept(Registrations.of(REGISTERED)));
        }
    }

    private static AutoCloseable follow(Consumer<Registrations> registered) {
        synchronized (FOLLOWERS) {
            FOLLOWERS.add(registered);
            registered.accept(Registrations.of(REGISTERED));
        }
        return () -> {
            synchronized (FOLLOWERS) {
                FOLLOWERS.remove(registered);
            }
        };
    }

    /** Fails once, when it is told to, and takes its time. */
    private static final class Failing implements MapFunction<TimelineRecord, TimelineRecord> {

        private static final long serialVersionUID = 1L;

        @Override
        public TimelineRecord map(TimelineRecord value) throws InterruptedException {
            Thread.sleep(SLOW_MS.get());
            if (FAIL.compareAndSet(true, false)) {
                throw new IllegalStateException("the test makes the task fail");
            }
            return value;
        }
    }

    private static CloseableIterator<TimelineRecord> run() throws Exception {
        return run(SETTINGS);
    }

    private static CloseableIterator<TimelineRecord> run(LiveSettings settings) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
        env.enableCheckpointing(100);
        LiveSource source = new LiveSource(LiveSourceITCase::follow, settings, PacedConnector::new);
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), "live")
                .uid("live")
                .map(new Failing())
                .returns(source.getProducedType())
                .executeAndCollect();
    }

    private TimelineRecord await(
            CloseableIterator<TimelineRecord> records, Predicate<TimelineRecord> wanted) {
        while (records.hasNext()) {
            TimelineRecord next = records.next();
            all.add(next);
            if (wanted.test(next)) {
                return next;
            }
        }
        throw new AssertionError("the source ended");
    }

    private static Predicate<TimelineRecord> sampleOf(String id) {
        return next -> next instanceof Sample && next.stream().streamId().equals(id);
    }

    /** The records of each epoch are contiguous: none is lost and none comes twice. */
    private void assertContiguous() {
        Map<StreamRef, Long> next = new HashMap<>();
        for (TimelineRecord each : all) {
            Long expected = next.put(each.stream(), each.nextPosition());
            assertThat(each.position()).as("%s", each).isEqualTo(expected == null ? -1 : expected);
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("live stream "))
                .count();
    }

    @Test
    void oneThatHangsAndOneThatBreaksOffDelayNoOther() throws Exception {
        register("hanging", "flaky", "good");
        try (CloseableIterator<TimelineRecord> records = run()) {
            await(records, next -> sampleOf("good").test(next) && next.position() == 30);
        }
        assertContiguous();
        assertThat(all.stream().filter(Reconnecting.class::isInstance))
                .isNotEmpty()
                .allMatch(next -> next.stream().streamId().equals("flaky"));
        assertThat(all).noneMatch(next -> next.stream().streamId().equals("hanging"));
    }

    @Test
    void streamsComeAndGoWhileItRuns() throws Exception {
        try (CloseableIterator<TimelineRecord> records = run()) {
            register("a");
            await(records, sampleOf("a"));
            register("a", "b");
            await(records, sampleOf("b"));
            register("b");
            TimelineRecord ended = await(records, StreamEnded.class::isInstance);
            assertThat(ended.stream().streamId()).isEqualTo("a");
            register("a", "b");
            await(records, sampleOf("a"));
        }
        assertContiguous();
    }

    @Test
    void aFailureOfTheJobIsAGapAndLosesNoRecord() throws Exception {
        register("a", "b", "c");
        try (CloseableIterator<TimelineRecord> records = run()) {
            await(records, next -> sampleOf("a").test(next) && next.position() == 10);
            FAIL.set(true);
            Set<String> away = new HashSet<>(List.of("a", "b", "c"));
            await(
                    records,
                    next -> {
                        if (next instanceof Gap gap
                                && gap.reason().equals("the stream was not watched")) {
                            away.remove(gap.stream().streamId());
                        }
                        return away.isEmpty() && sampleOf("c").test(next);
                    });
        }
        assertContiguous();
    }

    @Test
    void whatHasNoRoomSaysSoAndComesWhenThereIs() throws Exception {
        register("a", "b", "c", "d", "e", "f", "g");
        try (CloseableIterator<TimelineRecord> records = run()) {
            TimelineRecord refused = await(records, Reconnecting.class::isInstance);
            assertThat(((Reconnecting) refused).reason()).contains("more than 3 streams");
            String id = refused.stream().streamId();
            register(id);
            await(records, sampleOf(id));
        }
        assertContiguous();
    }

    @Test
    void aTaskThatIsTooSlowGetsFewerSamplesOfEachStream() throws Exception {
        register("a", "b", "c", "d");
        SLOW_MS.set(40);
        LiveSettings narrow =
                new LiveSettings(
                        SETTINGS.firstRetry(),
                        SETTINGS.longestRetry(),
                        SETTINGS.lostAfter(),
                        4,
                        SETTINGS.mostStreams());
        try (CloseableIterator<TimelineRecord> records = run(narrow)) {
            await(records, next -> sampleOf("a").test(next) && next.position() > 150);
        }
        assertContiguous();
        assertThat(all).noneMatch(Reconnecting.class::isInstance);
        for (String id : List.of("a", "b", "c", "d")) {
            assertThat(all.stream().filter(sampleOf(id)).count()).isBetween(20L, 140L);
            assertThat(all)
                    .anyMatch(next -> next instanceof Shed && next.stream().streamId().equals(id));
        }
    }

    @Test
    void whenTheJobIsCancelledNoThreadIsLeft() throws Exception {
        register("hanging", "hanging too", "a", "b");
        CloseableIterator<TimelineRecord> records = run();
        await(records, sampleOf("a"));
        assertThat(threads()).isEqualTo(4);
        records.close();
        Instant soon = Instant.now().plusSeconds(5);
        while (threads() > 0 && Instant.now().isBefore(soon)) {
            Thread.sleep(20);
        }
        assertThat(threads()).isZero();
    }
}
