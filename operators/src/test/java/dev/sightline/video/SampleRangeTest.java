// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleRangeTest {

    private static final StreamRef STREAM =
            new StreamRef("gate", 1, "file:///gate", SourceKind.FILE, "");
    private static final MediaTime TIME =
            new MediaTime(0, TimeBase.MILLISECONDS, 0, null, WallSource.NONE, 0, Instant.EPOCH);

    @Test
    void refusesRangesWithoutAPosition() {
        assertThatThrownBy(() -> new SampleRange(5, 5)).hasMessageContaining("from 5 to 5");
        assertThatThrownBy(() -> new SampleRange(-1, 5)).hasMessageContaining("from -1 to 5");
    }

    @Test
    void isTheLastOneIfItGoesOnToTheEnd() {
        assertThat(SampleRange.WHOLE.isLast()).isTrue();
        assertThat(new SampleRange(7, SampleRange.END).isLast()).isTrue();
        assertThat(new SampleRange(7, 8).isLast()).isFalse();
    }

    @Test
    void endsItsStreamForGoodOnlyIfNoRangeFollows() {
        TimelineRecord early = new StreamEnded(STREAM, 5, 10, TIME, 0, 0, 0, List.of());
        assertThat(early.last()).isTrue();
        assertThat(early.closing()).isFalse();
        assertThat(new StreamEnded(STREAM, 5, TIME, 0, 0, 0).closing()).isTrue();
        assertThat(new StreamStarted(STREAM, TIME).closing()).isFalse();
    }
}
