// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.video.http.ByteRange;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlayheadTest {

    private static final Duration TARGET = Duration.ofSeconds(4);

    private final Playhead playhead = new Playhead();

    @Test
    void beginsALiveStreamThreeTargetDurationsBeforeItsEnd() {
        playhead.take(live(10, 20));
        assertThat(playhead.current()).map(Segment::sequence).contains(17L);
    }

    @Test
    void beginsAShortLiveStreamWithItsFirstSegment() {
        playhead.take(live(10, 12));
        assertThat(playhead.current()).map(Segment::sequence).contains(10L);
    }

    @Test
    void beginsAStreamThatHasAnEndAtItsBeginning() {
        playhead.take(ended(0, 10));
        assertThat(playhead.current()).map(Segment::sequence).contains(0L);
    }

    @Test
    void waitsForTheFirstSegmentOfAnEmptyPlaylist() {
        playhead.take(live(5, 5));
        assertThat(playhead.current()).isEmpty();
        assertThat(playhead.isAtEnd()).isFalse();
        assertThat(playhead.take(live(5, 6))).isTrue();
        assertThat(playhead.current()).map(Segment::sequence).contains(5L);
    }

    @Test
    void goesFromSegmentToSegmentToTheEnd() {
        playhead.take(live(10, 13));
        assertThat(playhead.continuesWith(playhead.current().orElseThrow())).isFalse();
        playhead.pass();
        assertThat(playhead.continuesWith(playhead.current().orElseThrow())).isTrue();
        playhead.pass();
        playhead.pass();
        assertThat(playhead.current()).isEmpty();
        assertThat(playhead.take(live(10, 13))).isFalse();
        assertThat(playhead.take(live(11, 14))).isTrue();
        playhead.pass();
        assertThat(playhead.isAtEnd()).isFalse();
        assertThat(playhead.take(ended(11, 14))).isTrue();
        assertThat(playhead.isAtEnd()).isTrue();
        assertThat(playhead.takeLoss()).isEqualTo(Loss.NONE);
    }

    @Test
    void countsWhatLeftThePlaylistBeforeItWasRead() {
        playhead.take(live(10, 13));
        playhead.pass();
        playhead.take(live(15, 18));
        Segment next = playhead.current().orElseThrow();
        assertThat(next.sequence()).isEqualTo(15);
        assertThat(playhead.continuesWith(next)).isFalse();
        assertThat(playhead.takeLoss().duration()).isEqualTo(TARGET.multipliedBy(4));
        assertThat(playhead.takeLoss()).isEqualTo(Loss.NONE);
    }

    @Test
    void addsUpWhatIsGivenUpAndKeepsTheFirstReason() {
        playhead.take(ended(0, 3));
        playhead.pass();
        playhead.lose("first");
        playhead.lose("second");
        assertThat(playhead.takeLoss()).isEqualTo(new Loss(TARGET.multipliedBy(2), "first"));
        assertThat(playhead.isAtEnd()).isTrue();
    }

    @Test
    void aServerThatIsALittleBehindChangesNothing() {
        playhead.take(live(10, 13));
        playhead.pass();
        playhead.pass();
        playhead.pass();
        assertThat(playhead.take(live(9, 12))).isFalse();
        assertThat(playhead.take(live(11, 14))).isTrue();
        assertThat(playhead.current()).map(Segment::sequence).contains(13L);
        assertThat(playhead.takeLoss()).isEqualTo(Loss.NONE);
    }

    @Test
    void numbersThatBeginAnewAreANewLifeOfTheStream() {
        playhead.take(live(100, 103));
        playhead.pass();
        assertThat(playhead.take(live(0, 5))).isTrue();
        Segment next = playhead.current().orElseThrow();
        assertThat(next.sequence()).isEqualTo(2);
        assertThat(playhead.continuesWith(next)).isFalse();
        assertThat(playhead.takeLoss().reason()).contains("began anew");
    }

    @Test
    void expectsASegmentAsLongAsThePlaylistListsItAndATargetDurationMore() {
        playhead.take(live(10, 13));
        assertThat(playhead.timeLeft()).isEqualTo(TARGET.multipliedBy(3));
    }

    @Test
    void reloadsAfterATargetDurationOrHalfOfOneWhereNothingWasNew() {
        Duration second = Duration.ofSeconds(1);
        assertThat(Reload.pause(TARGET, true, second)).isEqualTo(Duration.ofSeconds(3));
        assertThat(Reload.pause(TARGET, false, second)).isEqualTo(second);
        assertThat(Reload.pause(TARGET, false, TARGET)).isEqualTo(Duration.ofMillis(100));
    }

    private static Playlist.Media live(long from, long to) {
        return new Playlist.Media(TARGET, from, false, segments(from, to));
    }

    private static Playlist.Media ended(long from, long to) {
        return new Playlist.Media(TARGET, from, true, segments(from, to));
    }

    private static List<Segment> segments(long from, long to) {
        return LongStream.range(from, to).mapToObj(PlayheadTest::segment).toList();
    }

    private static Segment segment(long sequence) {
        URI uri = URI.create("http://h/" + sequence);
        return new Segment(sequence, false, uri, ByteRange.WHOLE, TARGET, null, null, false);
    }
}
