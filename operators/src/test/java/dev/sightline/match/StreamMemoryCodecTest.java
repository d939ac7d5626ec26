// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.RealVectors;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
}
