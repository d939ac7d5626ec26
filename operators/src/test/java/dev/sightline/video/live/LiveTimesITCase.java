// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.clips.Clip;
import dev.sightline.testdata.clips.WrittenClip;
import dev.sightline.testdata.live.CounterPicture;
import dev.sightline.testdata.live.HlsOptions;
import dev.sightline.testdata.live.LiveHls;
import dev.sightline.testdata.live.Mount;
import dev.sightline.testdata.live.RtspServer;
import dev.sightline.video.Sample;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.WallSource;
import dev.sightline.video.decode.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What live streams say of time, where the pictures say when they were taken. */
@Timeout(180)
class LiveTimesITCase {

    /** Units of RTP's time stamps of video in a second. */
    private static final int CLOCK = 90_000;

    @TempDir Path folder;

    private static void assertWallsAreRight(List<Sample> samples) {
        for (Sample sample : samples) {
            long truth =
                    CounterPicture.read(sample.rgb(), Cameras.SIZE, Cameras.SIZE).orElseThrow();
            assertThat(Math.abs(sample.time().wall().toEpochMilli() - truth))
                    .as("%s", sample.time())
                    .isLessThanOrEqualTo(sample.time().wallErrorMs());
        }
    }

    @Test
    void reportsOfTheCameraMakeItsWallTimesRight() throws IOException, MediaException {
        try (RtspServer server = RtspServer.start(Mount.clock("gate"))) {
            List<Sample> samples =
                    Cameras.samples(
                            Cameras.read(
                                    server.uri("gate"), all -> Cameras.samples(all).size() == 12));
            assertWallsAreRight(samples);
            Sample last = samples.get(11);
            assertThat(last.time().wallSource()).isEqualTo(WallSource.RTCP);
            assertThat(last.time().wallErrorMs()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void thePlaylistsDatesMakeWallTimesRightAlsoWhereTimeStampsWrap()
            throws IOException, MediaException {
        try (LiveHls server = LiveHls.clock(HlsOptions.DEFAULT.startingBeforeWrap(20))) {
            List<TimelineRecord> all =
                    Cameras.read(server.uri(), read -> Cameras.samples(read).size() == 40);
            List<Sample> samples = Cameras.samples(all);
            assertWallsAreRight(samples);
            assertThat(samples)
                    .allMatch(it -> it.time().wallSource() == WallSource.PROGRAM_DATE_TIME);
            Duration lasted =
                    Duration.between(samples.get(0).time().wall(), samples.get(39).time().wall());
            assertThat(lasted.toMillis()).as("no second is missing").isBetween(38_000L, 40_500L);
        }
    }

    @Test
    void cutsAreToldToTheFrame() throws IOException, MediaException {
        WrittenClip clip = Clip.HARD_CUTS.write(folder);
        List<Long> cuts = clip.truth().cutPts();
        try (RtspServer server = RtspServer.start(Mount.file("film", clip.file()))) {
            List<TimelineRecord> all =
                    Cameras.readAgain(server.uri("film"), read -> cuts(read).size() == cuts.size());
            long start = ((StreamStarted) all.get(0)).time().pts();
            double frames = clip.truth().timeBase().times(1) * CLOCK;
            assertThat(cuts(all).stream().map(pts -> Math.round((pts - start) / frames)))
                    .containsExactlyElementsOf(cuts);
        }
    }

    private static List<Long> cuts(List<TimelineRecord> records) {
        return records.stream()
                .flatMap(next -> next.changes().stream())
                .filter(change -> change.kind() == VisualChange.Kind.CUT)
                .map(change -> change.start().pts())
                .toList();
    }
}
