// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresentationOrderTest {

    private final CodedFrames frames = new CodedFrames();
    private final PresentationOrder order = new PresentationOrder();

    @AfterEach
    void free() {
        frames.close();
    }

    private void add(long pts, long dts) throws SparseDecodingFailed {
        order.add(frames.add(pts, dts, 10, true));
    }

    private List<Long> released() throws SparseDecodingFailed {
        List<Long> released = new ArrayList<>();
        for (CodedFrame next = order.poll(); next != null; next = order.poll()) {
            released.add(next.pts());
        }
        return released;
    }

    @Test
    void aFrameWaitsForThoseThatAreShownBeforeIt() throws SparseDecodingFailed {
        add(0, -2);
        assertThat(released()).isEmpty();
        add(3, -1);
        add(1, 0);
        assertThat(released()).containsExactly(0L);
        add(2, 1);
        assertThat(released()).containsExactly(1L);
        order.end();
        assertThat(released()).containsExactly(2L, 3L);
    }

    @Test
    void packetsWithoutADecodingTimeSayNothingOfTheOrder() throws SparseDecodingFailed {
        add(0, AV_NOPTS_VALUE);
        add(80, AV_NOPTS_VALUE);
        assertThat(released()).isEmpty();
        add(40, 40);
        assertThat(released()).containsExactly(0L, 40L);
        order.end();
        assertThat(released()).containsExactly(80L);
    }

    @Test
    void refusesTimesThatContradictEachOther() throws SparseDecodingFailed {
        add(0, 0);
        assertThatThrownBy(() -> add(5, 0)).hasMessageContaining("out of order");
        assertThatThrownBy(() -> add(5, 6)).hasMessageContaining("out of order");
        assertThat(released()).containsExactly(0L);
        assertThatThrownBy(() -> add(0, AV_NOPTS_VALUE)).hasMessageContaining("out of order");
    }

    @Test
    void refusesTwoFramesOfOneTime() throws SparseDecodingFailed {
        add(4, 0);
        add(4, 1);
        order.end();
        assertThatThrownBy(this::released).hasMessageContaining("one time stamp");
    }
}
