// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitSerializerTest {

    private static final VideoSplit SPLIT =
            new VideoSplit(
                    new StreamRef("gate", 3, "file:///v/gate.mp4", SourceKind.FILE, "9-ff"),
                    "/v/gate.mp4",
                    41,
                    "");

    /** SPLIT as version 1 writes it; later versions must go on reading it. */
    private static final String VERSION_1 =
            "000467617465"
                    + "0000000000000003"
                    + "001266696c653a2f2f2f762f676174652e6d7034"
                    + "000446494c45"
                    + "0004392d6666"
                    + "000b2f762f676174652e6d7034"
                    + "0000000000000029"
                    + "0000";

    private static final VideoSplit RANGE = SPLIT.from(60, 500).before(120).resumingAt(77);

    /** A range as version 2 writes it. */
    private static final String VERSION_2 =
            VERSION_1.replace("0000000000000029" + "0000", "000000000000004d" + "0000")
                    + "000000000000003c"
                    + "0000000000000078"
                    + "0000000000000000";

    private final VideoSplitSerializer splits = new VideoSplitSerializer();

    @Test
    void readsTheWholeFilesOfVersionOne() throws IOException {
        assertThat(splits.deserialize(1, HexFormat.of().parseHex(VERSION_1))).isEqualTo(SPLIT);
    }

    @Test
    void writesAndReadsVersionTwo() throws IOException {
        assertThat(HexFormat.of().formatHex(splits.serialize(RANGE))).isEqualTo(VERSION_2);
        assertThat(splits.deserialize(2, HexFormat.of().parseHex(VERSION_2))).isEqualTo(RANGE);
    }

    @Test
    void refusesAVersionItDoesNotKnow() {
        assertThatThrownBy(() -> splits.deserialize(3, new byte[0]))
                .hasMessageContaining("version 3");
    }

    @Test
    void keepsTheEnumeratorsState() throws IOException {
        EnumeratorState state =
                new EnumeratorState(Set.of(4L, -9L), List.of(SPLIT, SPLIT.from(60, 500)), true);
        EnumeratorStateSerializer states = new EnumeratorStateSerializer();
        assertThat(states.deserialize(states.getVersion(), states.serialize(state)))
                .isEqualTo(state);
    }

    @Test
    void keepsPathsOutOfTheLog() {
        assertThat(SPLIT.toString()).isEqualTo("VideoSplit(gate@3 from 41)");
        assertThat(RANGE.toString()).isEqualTo("VideoSplit(gate@3 from 77 to 120)");
        assertThat(new RangeReport(SPLIT.splitId(), 0, 9).toString()).doesNotContain("/v/");
        assertThat(new RangeEnd(SPLIT.splitId(), 9).toString()).doesNotContain("/v/");
    }

    @Test
    void namesEachRangeOfAFileOnce() {
        assertThat(SPLIT.before(60).splitId()).isEqualTo(SPLIT.splitId()).isEqualTo(SPLIT.fileId());
        assertThat(RANGE.splitId()).isNotEqualTo(SPLIT.splitId());
        assertThat(RANGE.fileId()).isEqualTo(SPLIT.fileId());
    }
}
