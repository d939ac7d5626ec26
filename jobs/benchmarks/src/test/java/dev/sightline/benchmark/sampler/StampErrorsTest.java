// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.benchmark.frames.ShownFrame;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StampErrorsTest {

    private static final Offset<Double> CLOSE = within(1e-6);

    /** Three seconds at ten frames a second; the first frame is at 0.5 s. */
    private static final List<ShownFrame> FRAMES =
            IntStream.range(0, 30).mapToObj(i -> frame(0.5 + i / 10.0, "picture" + i)).toList();

    @Test
    void theFirstFrameAtOrAfterEachSecondIsRight() {
        StampErrors errors = StampErrors.of(samples(0.5, 1.5, 2.5), FRAMES);

        assertThat(errors.samples()).isEqualTo(3);
        assertThat(errors.expected()).isEqualTo(3);
        assertThat(errors.offGrid()).isCloseTo(0, CLOSE);
        assertThat(errors.misstated()).isCloseTo(0, CLOSE);
    }

    @Test
    void anotherFrameIsOffTheGridThoughItsTimeIsTrue() {
        StampErrors errors = StampErrors.of(samples(0.5, 1.8, 2.5), FRAMES);

        assertThat(errors.offGrid()).isCloseTo(300, CLOSE);
        assertThat(errors.misstated()).isCloseTo(0, CLOSE);
    }

    @Test
    void aFrameThatIsShownUnderAnotherTimeIsMisstated() {
        StampErrors errors = StampErrors.of(List.of(frame(1.5, "picture14")), FRAMES);

        assertThat(errors.misstated()).isCloseTo(400, CLOSE);
        assertThat(errors.offGrid()).isCloseTo(400, CLOSE);
    }

    @Test
    void ofPicturesThatLookTheSameTheNearestIsMeant() {
        List<ShownFrame> still =
                IntStream.range(0, 30).mapToObj(i -> frame(i / 10.0, "x")).toList();

        assertThat(StampErrors.of(List.of(frame(1.0, "x")), still).misstated()).isCloseTo(0, CLOSE);
    }

    private static List<ShownFrame> samples(Double... seconds) {
        return List.of(seconds).stream().map(each -> frame(each, "")).toList();
    }

    private static ShownFrame frame(double seconds, String checksum) {
        return new ShownFrame(seconds, false, checksum);
    }
}
