// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.SourceKind;
import dev.sightline.video.decode.SamplingPolicy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveSplitSerializerTest {

    private static final Registration FULL =
            new Registration(
                    "gate/3",
                    "https://h/live.m3u8",
                    SourceKind.HLS,
                    "file:gate",
                    250,
                    SamplingPolicy.ECONOMY,
                    IgnoreRegions.of(0, 0.5, 0.25, 0.5),
                    true);

    private static final LiveSplit SPLIT =
            new LiveSplit(FULL, 17, 42, LiveRecords.time(41_000, LiveRecords.START), true);

    @Test
    void readsWhatItWrote() throws IOException {
        LiveSplitSerializer serializer = new LiveSplitSerializer();
        LiveSplit fresh = LiveSplit.from(LiveRecords.registration("a"), LiveRecords.START);
        for (LiveSplit split : List.of(SPLIT, fresh)) {
            assertThat(serializer.deserialize(1, serializer.serialize(split))).isEqualTo(split);
        }
    }

    @Test
    void readsTheEnumeratorsStateThatItWrote() throws IOException {
        LiveStateSerializer serializer = new LiveStateSerializer();
        LiveState state =
                new LiveState(List.of(SPLIT), List.of(LiveRecords.registration("b"), FULL));
        assertThat(serializer.deserialize(1, serializer.serialize(state))).isEqualTo(state);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() -> new LiveSplitSerializer().deserialize(2, new byte[0]))
                .hasMessageContaining("version 2");
        assertThatThrownBy(() -> new LiveStateSerializer().deserialize(2, new byte[0]))
                .hasMessageContaining("version 2");
    }
}
