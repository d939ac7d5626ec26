// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacketSizesTest {

    private static final int USUAL = 100;

    /** Its queue judges each frame that is added. */
    private final CodedFrames frames = new CodedFrames();

    @AfterEach
    void free() {
        frames.close();
    }

    private void gop(long start, int length) throws SparseDecodingFailed {
        frames.keyframe(start, 10 * USUAL);
        for (int i = 1; i < length; i++) {
            frames.frame(start + i, USUAL + i % 3);
        }
    }

    @Test
    void aFrameMuchLargerThanItsNeighboursStandsOut() throws SparseDecodingFailed {
        gop(0, 20);
        assertThat(frames.frame(20, 3 * USUAL).conspicuous()).isTrue();
        assertThat(frames.frame(21, USUAL).conspicuous()).isFalse();
        assertThat(frames.frame(22, 3 * USUAL / 2).conspicuous()).isFalse();
    }

    @Test
    void atTheStartNothingIsKnownOfSizes() throws SparseDecodingFailed {
        frames.keyframe(0, 10 * USUAL);
        frames.frame(1, 1);
        assertThat(frames.frame(2, 5 * USUAL).conspicuous()).isFalse();
    }

    @Test
    void aKeyframeOutOfTurnStandsOut() throws SparseDecodingFailed {
        gop(0, 50);
        gop(50, 50);
        gop(100, 30);
        assertThat(frames.keyframe(130, 10 * USUAL).conspicuous()).isTrue();
    }

    @Test
    void aLongHoleIsForgotten() throws SparseDecodingFailed {
        gop(0, 50);
        for (int i = 0; i < 9; i++) {
            gop(5000 + 50 * i, 50);
        }
        assertThat(frames.keyframe(5450, 10 * USUAL).conspicuous()).isFalse();
    }

    @Test
    void aKeyframeInTurnDoesNot() throws SparseDecodingFailed {
        gop(0, 50);
        assertThat(frames.keyframe(50, 10 * USUAL).conspicuous()).isFalse();
    }

    @Test
    void aHoleInTimeMakesNoLaterKeyframeStandOut() throws SparseDecodingFailed {
        gop(0, 50);
        gop(150, 50);
        assertThat(frames.keyframe(200, 10 * USUAL).conspicuous()).isFalse();
    }

    @Test
    void ofAGroupThatIsLongerThanTheMemoryTheRestCounts() throws SparseDecodingFailed {
        gop(0, 500);
        gop(500, 60);
        assertThat(frames.keyframe(560, 10 * USUAL).conspicuous()).isTrue();
        gop(561, 500);
        assertThat(frames.keyframe(1061, 10 * USUAL).conspicuous()).isFalse();
    }

    @Test
    void whatStandsOutDoesNotDependOnWhereReadingBegan() throws SparseDecodingFailed {
        Random random = new Random(4);
        try (CodedFrames later = new CodedFrames()) {
            int conspicuous = 0;
            for (int pts = 0; pts < 5000; pts++) {
                boolean keyframe = pts % 2500 == 0 || random.nextInt(40) == 0;
                int size = USUAL + random.nextInt(random.nextInt(10) == 0 ? 400 : 100);
                CodedFrame frame = frames.add(pts, pts, size, keyframe);
                if (pts >= 2500) {
                    CodedFrame same = later.add(pts, pts, size, keyframe);
                    if (pts > 2500 + CodedFrames.MEMORY) {
                        assertThat(same.conspicuous()).isEqualTo(frame.conspicuous());
                        conspicuous += same.conspicuous() ? 1 : 0;
                    }
                }
            }
            assertThat(conspicuous).isPositive();
        }
    }
}
