// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.live.HlsOptions;
import dev.sightline.testdata.live.LiveHls;
import dev.sightline.testdata.live.Sender;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams that FFmpeg itself receives, other than RTSP. */
@Timeout(120)
class SendersITCase {

    @TempDir Path folder;

    private static void assertSamplesCome(Sender sender) throws Exception {
        List<Sample> samples =
                Cameras.samples(
                        Cameras.read(sender.uri(), all -> Cameras.samples(all).size() == 5));
        assertThat(samples).extracting(Sample::k).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(samples).allMatch(it -> it.time().wallSource() == WallSource.HOST_CLOCK);
    }

    @Test
    void datagramsAreReceived() throws Exception {
        try (Sender sender = Sender.udp(Clip.HARD_CUTS.write(folder).file())) {
            assertSamplesCome(sender);
        }
    }

    @Test
    void rtmpIsReceived() throws Exception {
        try (Sender sender = Sender.rtmp(Clip.HARD_CUTS.write(folder).file())) {
            assertSamplesCome(sender);
        }
    }

    @Test
    void aPlaylistWithAnEndEndsTheStream() throws Exception {
        try (LiveHls server =
                LiveHls.recording(Clip.HARD_CUTS.write(folder).file(), HlsOptions.DEFAULT)) {
            List<TimelineRecord> all =
                    Cameras.read(
                            server.uri(),
                            read -> !read.isEmpty() && read.get(read.size() - 1).last());
            assertThat(all.get(all.size() - 1)).isInstanceOf(StreamEnded.class);
            assertThat(Cameras.samples(all))
                    .hasSize(8)
                    .as("when it was recorded, nobody says")
                    .allMatch(it -> it.time().wall() == null);
        }
    }

    @Test
    void srtIsReceived() throws Exception {
        try (Sender sender = Sender.srt(Clip.HARD_CUTS.write(folder).file())) {
            assertSamplesCome(sender);
        }
    }
}
