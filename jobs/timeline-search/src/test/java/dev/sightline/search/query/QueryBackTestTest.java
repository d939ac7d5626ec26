// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sightline.backtest.BackTestResult;
import dev.sightline.backtest.BudgetResult;
import dev.sightline.backtest.FoundMatch;
import dev.sightline.backtest.TimeRange;
import dev.sightline.backtest.TimeRange.Media;
import dev.sightline.backtest.TimeRange.Wall;
import dev.sightline.backtest.WatchedStream;
import dev.sightline.event.MalformedRequest;
import dev.sightline.search.index.MadeEvents;
import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.index.TimelineIndex;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryBackTestTest {

    private static final MadePictures PICTURES = MadePictures.SHARED;

    private final MemoryIndex index = new MemoryIndex();
    private final QueryBackTest backTest = new QueryBackTest(index, PICTURES.models());

    private static JsonNode query(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static final JsonNode DRAGON = query("{\"text\": \"a dragon\"}");

    @BeforeEach
    void fill() {
        PICTURES.addGeneral(index, "a.mp4", 0, 60);
        PICTURES.addShowing(index, "a.mp4", "a dragon", 30, 10);
        index.with(MadeEvents.cut("a.mp4", 29_500), MadeEvents.cut("a.mp4", 39_500));
    }

    @Test
    void aQueryFindsWhatTheJobWouldHaveFound() throws Exception {
        BackTestResult result = backTest.run(DRAGON, TimeRange.ALL, Set.of(), List.of(10.0, 0.1));
        assertThat(result.asked().matches()).hasSize(1);
        FoundMatch match = result.asked().matches().get(0);
        assertThat(match.start().mediaMs()).isEqualTo(30_000);
        assertThat(match.end().mediaMs()).isEqualTo(39_000);
        assertThat(match.picture()).isEqualTo("a.mp4@" + match.peak().mediaMs() / 1000);
        assertThat(result.others())
                .extracting(BudgetResult::falseAlarmsPerDay)
                .containsExactly(0.1, 10.0);
        assertThat(result.samples()).isEqualTo(60);
    }

    @Test
    void streamsOfSeveralIntervalsAreTestedEachByItsOwn() throws Exception {
        for (int k = 0; k < 40; k++) {
            float[] vector =
                    k >= 20 && k < 25
                            ? PICTURES.showing("a dragon", 9 * k)
                            : PICTURES.general(2000 + 9 * k);
            index.with(
                    MadeEvents.every(
                            MadeEvents.sample("slow.mp4", k, PICTURES.digest(), vector), 2000));
        }
        BackTestResult result = backTest.run(DRAGON, TimeRange.ALL, Set.of(), List.of());
        assertThat(result.streams())
                .extracting(WatchedStream::streamId, WatchedStream::coveredMs)
                .containsExactly(tuple("a.mp4", 60_000L), tuple("slow.mp4", 80_000L));
        assertThat(result.asked().matches())
                .extracting(match -> match.stream().streamId(), match -> match.start().mediaMs())
                .contains(tuple("a.mp4", 30_000L), tuple("slow.mp4", 40_000L));
        assertThat(result.asked().bearable()).isGreaterThan(0);
    }

    @Test
    void rangesCountOnlyWhatLiesInThem() throws Exception {
        TimeRange late = new TimeRange(new Media(45_000), new Media(55_000));
        BackTestResult result = backTest.run(DRAGON, late, Set.of("a.mp4"), List.of());
        assertThat(result.samples()).isEqualTo(10);
        assertThat(result.streams()).extracting(WatchedStream::learnt).containsExactly(45L);
        assertThat(result.asked().matches()).isEmpty();
    }

    @Test
    void whatWouldTakeTooLongIsRefused() {
        Instant now = Instant.parse("2026-11-24T10:00:00Z");
        TimeRange long32 = new TimeRange(new Wall(now.minus(Duration.ofDays(32))), new Wall(now));
        assertThatThrownBy(() -> backTest.run(DRAGON, long32, Set.of(), List.of()))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("31 days");
        QueryBackTest small = new QueryBackTest(index, PICTURES.models(), 59);
        assertThatThrownBy(() -> small.run(DRAGON, TimeRange.ALL, Set.of(), List.of()))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("more than 59 samples");
        for (int i = 0; i < 50; i++) {
            index.with(MadeEvents.sample(i + ".mp4", 0, PICTURES.digest(), PICTURES.general(i)));
        }
        QueryBackTest many = new QueryBackTest(unread(index), PICTURES.models());
        assertThatThrownBy(() -> many.run(DRAGON, TimeRange.ALL, Set.of(), List.of()))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("too many: 51, at most 50");
    }

    /** The same, but that no samples may be read. */
    private static TimelineIndex unread(TimelineIndex index) {
        return (TimelineIndex)
                Proxy.newProxyInstance(
                        TimelineIndex.class.getClassLoader(),
                        new Class<?>[] {TimelineIndex.class},
                        (proxy, method, arguments) -> {
                            assertThat(method.getName()).isNotEqualTo("forEach");
                            return method.invoke(index, arguments);
                        });
    }

    @Test
    void wrongQueriesAndWhatIsNotThereAreRefused() {
        assertThatThrownBy(() -> run("{\"not\": [\"a dog\"]}", Set.of()))
                .isInstanceOf(MalformedRequest.class);
        assertThatThrownBy(() -> run("{\"image\": \"http://10.0.0.1/a.jpg\"}", Set.of()))
                .isInstanceOf(MalformedRequest.class)
                .hasMessageContaining("does not fetch");
        assertThatThrownBy(() -> run("{\"text\": \"a dog\"}", Set.of("gone.mp4")))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageStartingWith("'streams'");
        assertThatThrownBy(() -> backTest.run(DRAGON, TimeRange.ALL, Set.of(), List.of(Double.NaN)))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageStartingWith("'budgets'");
        TimeRange behind = new TimeRange(new Media(100_000), null);
        assertThatThrownBy(() -> backTest.run(DRAGON, behind, Set.of(), List.of()))
                .isInstanceOf(InvalidSearch.class)
                .hasMessageContaining("leave no sample");
    }

    private void run(String json, Set<String> streams) throws Exception {
        backTest.run(query(json), TimeRange.ALL, streams, List.of());
    }
}
