// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.match.CloseReason;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Breaks, epochs and ends, as the job treats them. */
class StreamReplayTest {

    private static final String CAT = "a cat";

    private static StreamRef live(long epoch) {
        return new StreamRef("gate", epoch, "rtsp://gate/1", SourceKind.RTSP, "");
    }

    private static StreamRef file(long epoch) {
        return new StreamRef("reel", epoch, "file:///reel", SourceKind.FILE, epoch + "-f");
    }

    private static StreamReplay replay(String streamId, Map<Long, List<StoredChange>> changes) {
        BudgetVariants variants = new BudgetVariants(StoredReel.query(CAT, 24), List.of());
        return new StreamReplay(
                new ReplaySettings(
                        StoredReel.MODEL,
                        StoredReel.DIGEST,
                        StoredReel.SECOND,
                        variants,
                        TimeRange.ALL),
                streamId,
                changes);
    }

    private static void take(StreamReplay replay, List<StoredSample> samples)
            throws InterruptedException {
        for (StoredSample sample : samples) {
            replay.accept(sample);
        }
    }

    private static List<CloseReason> reasons(StreamReplay replay) {
        return replay.found(CAT).stream().map(FoundMatch::closeReason).toList();
    }

    /** As if they had arrived later. */
    private static List<StoredSample> later(List<StoredSample> samples, Duration by) {
        return samples.stream()
                .map(
                        sample -> {
                            MediaTime time = sample.time();
                            MediaTime then =
                                    new MediaTime(
                                            time.pts(),
                                            time.timeBase(),
                                            time.mediaMs(),
                                            time.wall(),
                                            time.wallSource(),
                                            time.wallErrorMs(),
                                            time.ingested().plus(by));
                            return new StoredSample(
                                    sample.stream(),
                                    sample.digest(),
                                    sample.k(),
                                    then,
                                    sample.vector(),
                                    sample.picture());
                        })
                .toList();
    }

    private static List<CloseReason> lostFor(Duration away) throws InterruptedException {
        StreamReplay replay = replay("gate", Map.of());
        take(replay, StoredReel.samples(live(1)).subList(0, 3));
        take(replay, later(StoredReel.samples(live(2)).subList(0, 3), away));
        replay.finish();
        return reasons(replay);
    }

    @Test
    void aLiveStreamThatComesBackWasLost() throws InterruptedException {
        assertThat(lostFor(Duration.ofMinutes(1)))
                .containsExactly(CloseReason.STREAM_LOST, CloseReason.ENDED);
    }

    @Test
    void whereItComesBackAtOnceTheMatchStillRests() throws InterruptedException {
        assertThat(lostFor(Duration.ofSeconds(2))).containsExactly(CloseReason.STREAM_LOST);
    }

    @Test
    void whatALiveStreamShowsIsKnownInItsNextEpoch() throws InterruptedException {
        assertThat(secondScore(live(1), live(2))).isNotEqualTo(firstScore(live(1)));
    }

    @Test
    void ofAFileWithAnotherContentNothingIsKnown() throws InterruptedException {
        assertThat(secondScore(file(1), file(2))).isEqualTo(firstScore(file(1)));
    }

    private static double firstScore(StreamRef stream) throws InterruptedException {
        StreamReplay replay = replay(stream.streamId(), Map.of());
        take(replay, StoredReel.samples(stream).subList(0, 20));
        return replay.found(CAT).get(0).threshold();
    }

    private static double secondScore(StreamRef first, StreamRef second)
            throws InterruptedException {
        StreamReplay replay = replay(first.streamId(), Map.of());
        take(replay, StoredReel.samples(first).subList(0, 30));
        take(replay, StoredReel.samples(second).subList(0, 20));
        return replay.found(CAT).get(1).threshold();
    }

    @Test
    void aBreakClosesWhatIsOpen() throws InterruptedException {
        StoredChange gap = new StoredChange("reel", 1, StoredChange.Kind.DISCONTINUITY, 2000, 3000);
        StreamReplay replay = replay("reel", Map.of(1L, List.of(gap)));
        take(replay, StoredReel.samples(file(1)).subList(0, 10));
        assertThat(reasons(replay)).startsWith(CloseReason.DISCONTINUITY);
        assertThat(replay.found(CAT).get(0).end().mediaMs()).isEqualTo(2000);
    }
}
