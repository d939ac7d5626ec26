// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightline.benchmark.process.Programs;
import dev.sightline.testdata.clips.Clip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameListerTest {

    private static final List<String> SHOWN =
            List.of(
                    "[Parsed_showinfo_0 @ 0x1] config in time_base: 1/90000, frame_rate: 25/1",
                    "[Parsed_showinfo_0 @ 0x1] config out time_base: 0/0, frame_rate: 0/0",
                    "[Parsed_showinfo_0 @ 0x1] n:   0 pts:900000 pts_time:10 pos: 5 iskey:1 type:I",
                    "[Parsed_showinfo_0 @ 0x1]   side data - pan/scan",
                    "[Parsed_showinfo_0 @ 0x1] n:   1 pts:903600 pts_time:10.04 iskey:0 type:P"
                            + " checksum:8E3FBA4F plane_checksum:[C6A8F372]",
                    "[Parsed_showinfo_0 @ 0x1] n:   2 pts:1080000 pts_time:12 iskey:0 type:P",
                    "[Parsed_showinfo_0 @ 0x1] n:   3 pts:1083600 pts_time:12.04 iskey:1 type:I");

    @TempDir Path folder;

    @Test
    void readsTimesKeyframesAndChecksums() throws IOException {
        assertThat(FrameLister.parse(SHOWN, "x"))
                .containsExactly(
                        new ShownFrame(10, true, ""),
                        new ShownFrame(10.04, false, "8E3FBA4F"),
                        new ShownFrame(12, false, ""),
                        new ShownFrame(12.04, true, ""));
    }

    @Test
    void refusesAFileWithoutFrames() {
        assertThatThrownBy(() -> FrameLister.parse(List.of("nothing"), "x.mp4"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("x.mp4");
    }

    @Test
    void listsTheFramesOfAFileThatStartsLate() throws Exception {
        Path clip = Clip.LATE_START.write(folder).file();
        List<ShownFrame> frames = new FrameLister(Programs.ffmpeg()).list(clip);
        assertThat(frames).hasSize(100);
        assertThat(frames.get(0).seconds()).isEqualTo(10);
    }

    @Test
    void saysWhichFileCannotBeRead() throws Exception {
        Path clip = Clip.TEXT.write(folder).file();
        assertThatThrownBy(() -> new FrameLister(Programs.ffmpeg()).list(clip))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(clip.toString());
    }
}
