// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.RealVectors;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamMemoryCodecTest {

    private static StreamMemory memory() throws InterruptedException {
        ArmedQuery cat =
                TestQueries.text(
                        "a cat",
                        ReelMatches.CALIBRATION.term(RealVectors.queries().get("a cat")),
                        24);
        StreamMatcher matcher = ReelMatches.matcher(StreamMemory.NONE, ToldMatch::picture);
        for (MatchSample sample : ReelMatches.reel().subList(0, 4)) {
            matcher.observe(sample, new ActiveQueries(List.of(cat)));
        }
        matcher.heed(match -> true);
        return matcher.memory();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        StreamMemory memory = memory();
        byte[] bytes = MatchBytes.written(memory);
        StreamMemory again = MatchBytes.read(bytes);
        assertThat(MatchBytes.written(again)).isEqualTo(bytes);
        assertThat(again.samples()).isEqualTo(4);
        assertThat(again.past()).isEqualTo(memory.past()).isNotEqualTo(PastMatches.NONE);
        assertThat(again.recent().lastK()).isEqualTo(3);
        assertThat(again.last()).isEqualTo(ReelMatches.reel().get(3).time());
        assertThat(again.going())
                .singleElement()
                .satisfies(
                        going -> {
                            QueryProgress before = memory.going().get(0);
                            assertThat(going.query()).isEqualTo(before.query());
                            assertThat(going.tracks().get(0).state())
                                    .isEqualTo(before.tracks().get(0).state());
                        });
        assertThat(again.follows("a cat")).isTrue();
        assertThat(again.follows("a dog")).isFalse();
    }

    @Test
    void nothingIsWrittenAndReadAgain() throws IOException {
        assertThat(MatchBytes.read(MatchBytes.written(StreamMemory.NONE)).background()).isNull();
    }

    @Test
    void anotherFormIsRefused() throws IOException {
        byte[] bytes = MatchBytes.written(StreamMemory.NONE);
        bytes[0] = 9;
        assertThatThrownBy(() -> MatchBytes.read(bytes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("form 9");
    }

    @Test
    void theFirstFormHadNoTimeOfTheLatestSample() throws IOException {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(old);
        out.writeByte(1);
        out.writeLong(5);
        out.writeLong(-1);
        out.writeInt(0);
        out.writeLong(9);
        out.writeBoolean(false);
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(0);
        StreamMemory memory = MatchBytes.read(old.toByteArray());
        assertThat(memory.samples()).isEqualTo(9);
        assertThat(memory.last()).isNull();
    }

    /** A match that is open, and its stream with nothing learnt of it. */
    private static StreamMemory open(MatchListener listener) throws InterruptedException {
        ArmedQuery cats = TestQueries.text("cats", TestQueries.axis(0), 1);
        QueryFollower follower = new QueryFollower(cats, 1000, listener);
        QueryProgress progress = QueryProgress.initial(TestQueries.STREAM, cats);
        for (int k = 0; k < 3; k++) {
            progress =
                    follower.observe(
                            progress,
                            List.of(MatchSamples.of(k, 0.9)),
                            MatchSamples.THRESHOLDS,
                            new byte[0]);
        }
        return new StreamMemory(
                5,
                RecentVectors.NONE,
                MatchSamples.time(2000),
                3,
                null,
                PastMatches.NONE,
                List.of(progress));
    }

    private static Track track(StreamMemory memory) {
        return memory.going().get(0).tracks().get(0);
    }

    @Test
    void theSecondFormHadNoIdsOfMatches() throws Exception {
        StreamMemory now = open(told -> told.picture().told("file:///0.jpg").of("m1"));
        assertThat(track(MatchBytes.read(MatchBytes.written(now))).picture().matchId())
                .isEqualTo("m1");
        StreamMemory before = MatchBytes.read(stored());
        assertThat(track(before).state()).isEqualTo(track(now).state());
        assertThat(track(before).picture().uri()).isEqualTo("file:///0.jpg");
        assertThat(track(before).picture().matchId()).isNull();
        assertThat(before.going().get(0).query()).isEqualTo(now.going().get(0).query());
        assertThat(before.last()).isEqualTo(now.last());
    }

    private static byte[] stored() throws IOException {
        try (var in = StreamMemoryCodecTest.class.getResourceAsStream("stream-memory-2.base64")) {
            return Base64.getMimeDecoder().decode(in.readAllBytes());
        }
    }
}
