// SPDX-License-Identifier: Apache-2.0
package dev.sightline.testdata.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sightline.testdata.clips.Encoding;
import dev.sightline.testdata.clips.Rational;
import dev.sightline.testdata.clips.VideoEncoder;
import dev.sightline.testdata.live.SeenFrames.Seen;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtspServerITCase {

    private static final int FRAMES = 60;

    @Test
    void aClockShowsTheTimeThatTheSenderReportsGiveIt() throws IOException {
        try (RtspServer server = RtspServer.start(Mount.clock("gate"))) {
            long before = System.currentTimeMillis();

            List<Seen> seen = SeenFrames.read(server.uri("gate"), FRAMES);

            assertThat(seen).hasSizeGreaterThanOrEqualTo(FRAMES);
            for (Seen frame : seen) {
                long shown = frame.number().orElseThrow();
                assertThat(shown).isBetween(before, System.currentTimeMillis());
            }
            Seen last = seen.get(seen.size() - 1);
            assertThat(last.wallMicros() / 1000).isCloseTo(last.number().getAsLong(), within(100L));
        }
    }

    @Test
    void aFileIsSentOverAndOver(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("counter.mp4");
        Encoding encoding = Encoding.of(VideoEncoder.H264, 128, 128, new Rational(1, 25));
        CounterVideo.write(file, encoding, 25);
        try (RtspServer server = RtspServer.start(Mount.file("reel", file))) {
            List<Seen> seen = SeenFrames.read(server.uri("reel"), 60);

            assertThat(seen).hasSizeGreaterThanOrEqualTo(60);
            for (int i = 1; i < seen.size(); i++) {
                long step =
                        seen.get(i).number().orElseThrow() - seen.get(i - 1).number().orElseThrow();
                assertThat(step).isIn(40L, -960L);
                assertThat(seen.get(i).seconds() - seen.get(i - 1).seconds())
                        .isCloseTo(0.04, within(0.001));
            }
        }
    }

    @Test
    void theLoginIsWanted() throws IOException {
        try (RtspServer server =
                RtspServer.startWithLogin("viewer", "s3cret", Mount.clock("gate"))) {
            String uri = server.uri("gate");

            assertThatThrownBy(() -> SeenFrames.read(uri, 1)).isInstanceOf(IOException.class);
            assertThat(SeenFrames.read(uri.replace("//", "//viewer:s3cret@"), 1)).isNotEmpty();
        }
    }

    @Test
    void anotherOneCanTakeThePlaceOfOneThatWasKilled() throws IOException {
        RtspServer first = RtspServer.start(Mount.clock("gate"));
        first.kill();
        assertThatThrownBy(() -> SeenFrames.read(first.uri("gate"), 1))
                .isInstanceOf(IOException.class);

        try (RtspServer second = RtspServer.startAt(first.port(), Mount.clock("gate"))) {
            assertThat(SeenFrames.read(second.uri("gate"), 1)).isNotEmpty();
        }
    }
}
