// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.RealVectors;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A live stream that shows a cat, is lost and comes back; a match rests for ten seconds. */
class RestOverBreaksTest {

    private static final ArmedQuery CAT =
            TestQueries.text(
                    "a cat", ReelMatches.CALIBRATION.term(RealVectors.queries().get("a cat")), 24);

    private final ToldMatches told = new ToldMatches();
    private StreamMatcher matcher = ReelMatches.matcher(StreamMemory.NONE, told);
    private long nowMs = 1_000_000;

    /** Five samples of the cat on a timeline of their own, which is lost right behind them. */
    private void cat(long epoch, ArmedQuery query) throws InterruptedException {
        StreamRef stream = new StreamRef("gate", epoch, "rtsp://gate/1", SourceKind.RTSP, "");
        for (MatchSample sample : ReelMatches.reel().subList(0, 5)) {
            MatchSample live =
                    new MatchSample(
                            stream,
                            sample.k(),
                            time(1000 * sample.k()),
                            sample.vector(),
                            0,
                            new byte[0]);
            matcher.observe(live, new ActiveQueries(List.of(query)));
            nowMs += 1000;
        }
        nowMs -= 1000;
        matcher.end(CloseReason.STREAM_LOST);
    }

    private MediaTime time(long mediaMs) {
        return new MediaTime(
                mediaMs,
                new TimeBase(1, 1000),
                mediaMs,
                null,
                WallSource.NONE,
                0,
                Instant.ofEpochMilli(nowMs));
    }

    private List<Long> epochs() {
        return told.all().stream().map(each -> each.stream().epoch()).distinct().toList();
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "5, false", "6, true", "60, true"})
    void aCameraThatComesBackAlarmsAgainOnlyWhenTheMatchHasRested(long seconds, boolean again)
            throws InterruptedException {
        cat(1, CAT);
        nowMs += 1000 * seconds;
        cat(2, CAT);
        assertThat(epochs()).containsExactlyElementsOf(again ? List.of(1L, 2L) : List.of(1L));
    }

    @Test
    void theRestGoesOnOverSeveralBreaksAndASavepoint() throws Exception {
        cat(1, CAT);
        nowMs += 1000;
        cat(2, CAT);
        matcher = ReelMatches.matcher(MatchBytes.read(MatchBytes.written(matcher.memory())), told);
        nowMs += 1000;
        cat(3, CAT);
        assertThat(epochs()).containsExactly(1L, 3L);
        assertThat(told.lines()).startsWith("open 0-1").endsWith("close 0-4");
    }

    @Test
    void whatRestedIsForgotten() throws InterruptedException {
        cat(1, CAT);
        nowMs += 60_000;
        ArmedQuery other = TestQueries.text("other", CAT.terms().get(0), 1e-6);
        cat(2, other);
        assertThat(matcher.memory().going()).isEmpty();
    }

    @Test
    void aSequenceRestsToo() {
        QueryProgress before =
                new QueryProgress(
                        TestQueries.STREAM,
                        TestQueries.sequence(10_000, 5000),
                        List.of(Track.INITIAL, Track.INITIAL),
                        Arrays.asList(null, null),
                        7,
                        20_000);
        QueryProgress after = before.on(TestQueries.STREAM, -15_000);
        assertThat(after.quietUntilMs()).isEqualTo(5000);
        assertThat(after.followedK()).isEqualTo(-1);
        assertThat(after.idle(4999)).isFalse();
        assertThat(after.idle(5000)).isTrue();
    }
}
