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
}
