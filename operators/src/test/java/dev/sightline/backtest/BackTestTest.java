// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.event.BudgetScope;
import dev.sightline.event.QueryRequest;
import dev.sightline.event.QueryStep;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.CloseReason;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackTestTest {

    private static final ArmedQuery CAT = StoredReel.query("a cat", 24);

    private final List<StoredSample> reel = StoredReel.samples(StoredReel.FILE);

    private static BackTestResult result(List<StoredSample> samples) throws InterruptedException {
        return StoredReel.result(StoredReel.backTest(CAT, TimeRange.ALL), samples);
    }

    private static List<StoredSample> of(StreamRef stream) {
        return StoredReel.samples(stream);
    }

    private static StreamRef live(long epoch) {
        return new StreamRef("gate", epoch, "rtsp://gate/1", SourceKind.RTSP, "");
    }

    @Test
    void findsWhatIsShown() throws InterruptedException {
        BackTestResult result = result(reel);
        assertThat(StoredReel.seconds(result.asked())).containsExactly("0-4", "35-39");
        assertThat(result.streams()).containsExactly(new WatchedStream("reel", 40, 0, 40_000, 0));
        assertThat(result.asked().bearable()).isEqualTo(24 * 40 / 86_400.0);
        assertThat(result.others()).isEmpty();
    }

    @Test
    void aMatchSaysWhatItsEventsWouldSay() throws InterruptedException {
        FoundMatch match = result(reel).asked().matches().get(1);
        assertThat(match.stream()).isEqualTo(StoredReel.FILE);
        assertThat(match.picture()).isEqualTo("file:///samples/" + match.peak().mediaMs() / 1000);
        assertThat(match.scoreRaw()).isGreaterThan(match.threshold());
        assertThat(match.score()).isBetween(0.5, 1.0);
        assertThat(match.expectedFalseAlarmsPerDay()).isBetween(0.01, 24.01);
        assertThat(match.samples()).isEqualTo(5);
        assertThat(match.closeReason()).isEqualTo(CloseReason.ENDED);
        assertThat(match.withPicture("x").picture()).isEqualTo("x");
    }

    @Test
    void eachBudgetGivesWhatItGivesAlone() throws InterruptedException {
        List<StoredSample> twice = new ArrayList<>(of(live(1)));
        twice.addAll(of(live(2)));
        for (String text : List.of("a cat", "a red coffee cup on a saucer")) {
            BackTestResult together =
                    StoredReel.result(
                            StoredReel.backTest(
                                    StoredReel.query(text, 1), TimeRange.ALL, 5000.0, 0.01, 1.0),
                            twice);
            assertThat(together.others())
                    .extracting(BudgetResult::falseAlarmsPerDay)
                    .containsExactly(0.01, 5000.0);
            for (BudgetResult budget : together.others()) {
                ArmedQuery alone = StoredReel.query(text, budget.falseAlarmsPerDay());
                BackTest test = StoredReel.backTest(alone, TimeRange.ALL);
                assertThat(StoredReel.result(test, twice).asked()).isEqualTo(budget);
            }
            assertThat(together.others().get(1).matches())
                    .isNotEmpty()
                    .isNotEqualTo(together.others().get(0).matches());
        }
    }

    @Test
    void whatComesBeforeTheRangeIsLearntAndNotCompared() throws InterruptedException {
        TimeRange end = new TimeRange(new TimeRange.Media(20_000), null);
        BackTestResult result = StoredReel.result(StoredReel.backTest(CAT, end), reel);
        assertThat(StoredReel.seconds(result.asked())).containsExactly("35-39");
        assertThat(result.streams()).containsExactly(new WatchedStream("reel", 20, 20, 20_000, 0));
    }

    @Test
    void whatComesBehindTheRangeDoesNotCount() throws InterruptedException {
        TimeRange begin = new TimeRange(null, new TimeRange.Media(4000));
        BackTestResult result = StoredReel.result(StoredReel.backTest(CAT, begin), reel);
        assertThat(StoredReel.seconds(result.asked())).containsExactly("0-3");
        assertThat(result.samples()).isEqualTo(4);
        assertThat(result.coveredMs()).isEqualTo(4000);
    }

    @Test
    void whatAReplayWroteAgainCountsOnce() throws InterruptedException {
        List<StoredSample> twice = new ArrayList<>(reel.subList(0, 30));
        twice.addAll(reel);
        assertThat(result(twice)).isEqualTo(result(reel));
    }

    @Test
    void streamsAreFollowedSideBySide() throws InterruptedException {
        List<StoredSample> mixed = new ArrayList<>();
        List<StoredSample> other = of(live(1));
        for (int i = 0; i < reel.size(); i++) {
            mixed.addAll(List.of(reel.get(i), other.get(i)));
        }
        BackTestResult result = result(mixed);
        assertThat(result.streams())
                .extracting(WatchedStream::streamId)
                .containsExactly("gate", "reel");
        assertThat(result.asked().matches())
                .extracting(match -> match.stream().streamId())
                .containsExactly("gate", "gate", "reel", "reel");
    }

    private static QueryRequest request(
            List<String> streams, double budget, BudgetScope scope, Double threshold) {
        return new QueryRequest(
                "cat",
                List.of(QueryStep.ofText("a cat")),
                List.of(),
                streams,
                budget,
                scope,
                threshold,
                2000,
                0,
                1);
    }

    private static BackTestResult result(
            QueryRequest request, List<StoredSample> samples, Double... budgets)
            throws InterruptedException {
        ArmedQuery query = StoredReel.armed(request, "a cat");
        return StoredReel.result(StoredReel.backTest(query, TimeRange.ALL, budgets), samples);
    }

    @Test
    void streamsThatTheQueryIsNotForAreLeftOut() throws InterruptedException {
        QueryRequest there = request(List.of("gate-*"), 24, BudgetScope.STREAM, null);
        assertThat(result(there, reel).streams()).isEmpty();
    }

    @Test
    void aBudgetThatStreamsShareHasRoomForAsMuchOnAllOfThem() throws InterruptedException {
        List<String> streams = List.of("reel", "gate");
        BackTestResult shared = result(request(streams, 48, BudgetScope.QUERY, null), reel, 2.0);
        BackTestResult each = result(request(streams, 24, BudgetScope.STREAM, null), reel, 1.0);
        assertThat(shared.asked().bearable()).isEqualTo(each.asked().bearable());
        assertThat(shared.asked().matches()).isEqualTo(each.asked().matches()).isNotEmpty();
        assertThat(shared.others().get(0).bearable()).isEqualTo(each.others().get(0).bearable());
        assertThat(shared.others().get(0).matches()).isEqualTo(each.others().get(0).matches());
    }

    @Test
    void aThresholdOfTheUserHasNoOtherBudgets() throws InterruptedException {
        BackTestResult result = result(request(List.of(), 1, BudgetScope.STREAM, 0.2), reel, 9.0);
        assertThat(result.others()).isEmpty();
        assertThat(result.asked().falseAlarmsPerDay()).isNull();
        assertThat(result.asked().bearable()).isEqualTo(48 * 40 / 86_400.0);
        assertThat(result.asked().matches()).isNotEmpty();
    }

    @Test
    void samplesOfAnotherModelAreRefused() {
        List<StoredSample> others = reel.stream().map(BackTestTest::ofAnotherModel).toList();
        assertThatThrownBy(() -> result(others))
                .isInstanceOf(UnusableSamples.class)
                .hasMessageContaining("reel")
                .hasMessageContaining("sha256:two")
                .hasMessageContaining("sha256:one");
    }

    @Test
    void butNotIfTheyOnlyComeBeforeTheRange() throws InterruptedException {
        List<StoredSample> mixed = new ArrayList<>();
        for (StoredSample sample : reel) {
            mixed.add(sample.k() < 20 ? ofAnotherModel(sample) : sample);
        }
        TimeRange end = new TimeRange(new TimeRange.Media(20_000), null);
        BackTestResult result = StoredReel.result(StoredReel.backTest(CAT, end), mixed);
        assertThat(result.streams()).containsExactly(new WatchedStream("reel", 20, 0, 20_000, 20));
    }

    private static StoredSample ofAnotherModel(StoredSample sample) {
        return new StoredSample(
                sample.stream(),
                "sha256:two",
                sample.k(),
                sample.time(),
                sample.vector(),
                sample.picture());
    }

    @Test
    void samplesThatAreFurtherApartThanSaidAreRefused() {
        BackTest test =
                new BackTest(
                        CAT,
                        StoredReel.MODEL,
                        StoredReel.DIGEST,
                        Duration.ofMillis(500),
                        TimeRange.ALL,
                        List.of(),
                        List.of());
        assertThatThrownBy(() -> StoredReel.result(test, reel))
                .isInstanceOf(UnusableSamples.class)
                .hasMessage(
                        "the samples of reel are about 1000 ms apart, not 500 ms; say so with"
                                + " --interval");
    }
}
