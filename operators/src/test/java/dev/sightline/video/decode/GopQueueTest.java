// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GopQueueTest {

    private final CodedFrames frames = new CodedFrames(1000);
    private final GopQueue gops = frames.gops();

    @AfterEach
    void free() {
        frames.close();
    }

    @Test
    void isFullOfAllGroupsTogether() throws SparseDecodingFailed {
        frames.keyframe(0, 400);
        frames.keyframe(1, 400);
        assertThat(gops.full()).isFalse();
        frames.keyframe(2, 400);
        assertThat(gops.full()).isTrue();
    }

    @Test
    void forgetsGroupsBehindBeforeItIsFull() throws SparseDecodingFailed {
        CodedFrame first = frames.keyframe(0, 400);
        CodedFrame second = frames.keyframe(1, 400);
        gops.leave();
        frames.keyframe(2, 400);
        assertThat(gops.full()).isFalse();
        assertThat(gops.toDecode(Set.of(first))).as("forgotten").isEmpty();
        assertThat(gops.toDecode(Set.of(second))).containsExactly(second);
    }

    @Test
    void isNoLongerFullOnceWhatWasDecodedIsForgotten() throws SparseDecodingFailed {
        frames.keyframe(0, 600);
        frames.frame(1, 600);
        assertThat(gops.forgetSent()).as("nothing was decoded").isFalse();
        gops.current().takeBefore(1);
        assertThat(gops.forgetSent()).isTrue();
        assertThat(gops.full()).isFalse();
    }

    @Test
    void aLargeFrameBeginsAShotOnlyIfTheNextKeyframeIsNotFarLarger() throws SparseDecodingFailed {
        assertThat(shotMayBegin(400, 500)).isTrue();
        assertThat(shotMayBegin(400, 2000)).as("only larger than its neighbours").isFalse();
        assertThat(shotMayBegin(2000, 2000)).isTrue();
    }

    /** In a group of small frames with a larger one before the next keyframe. */
    private static boolean shotMayBegin(int largest, int nextKeyframe) throws SparseDecodingFailed {
        try (CodedFrames frames = new CodedFrames(1 << 20)) {
            frames.keyframe(0, 1000);
            for (int pts = 1; pts <= 10; pts++) {
                frames.frame(pts, 20);
            }
            frames.frame(11, largest);
            assertThat(frames.gops().shotMayBegin()).as("no keyframe behind it yet").isTrue();
            frames.keyframe(12, nextKeyframe);
            return frames.gops().shotMayBegin();
        }
    }
}
