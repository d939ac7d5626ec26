// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightline.testdata.live.CounterPicture;
import dev.sightline.testdata.live.Mount;
import dev.sightline.testdata.live.RtspServer;
import dev.sightline.video.FrameGeometry;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.WallSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A camera over RTSP, whose pictures say when they were taken. */
@Timeout(120)
class RtspConnectionITCase {

    private static final int SIZE = 64;

    private static final StreamRef STREAM = new StreamRef("x", 1, "rtsp://x", SourceKind.RTSP, "");

    private static LiveConnection connect(String uri, Duration silence) {
        DecoderSettings settings =
                new DecoderSettings(
                        SamplingPolicy.EXACT,
                        Duration.ofMillis(500),
                        1,
                        1 << 24,
                        silence,
                        new FrameGeometry(SIZE, SIZE, FrameGeometry.Fit.SQUASH),
                        0);
        return new LiveConnection(
                new MediaInput.Network(
                        uri, "rtsp,rtp,udp,tcp", "rtsp,sdp,rtp", Map.of("rtsp_transport", "tcp")),
                settings,
                null,
                () -> false,
                false);
    }

    private static List<Sample> samples(Connection connection, int count) throws MediaException {
        List<Sample> samples = new ArrayList<>();
        while (samples.size() < count) {
            TimelineRecord next = connection.next();
            if (next instanceof Sample sample) {
                samples.add(sample);
            }
        }
        return samples;
    }

    @Test
    void wallTimesAreRightToTheStatedBound() throws IOException, MediaException {
        try (RtspServer server = RtspServer.start(Mount.clock("gate"));
                LiveConnection connection = connect(server.uri("gate"), Duration.ofSeconds(10))) {
            connection.open();
            connection.begin(STREAM);
            TimelineRecord first = connection.next();
            assertThat(first).as(connection.interruption()).isInstanceOf(StreamStarted.class);
            List<Sample> samples = samples(connection, 20);
            for (int k = 0; k < samples.size(); k++) {
                Sample sample = samples.get(k);
                long truth = CounterPicture.read(sample.rgb(), SIZE, SIZE).orElseThrow();
                long error = Math.abs(sample.time().wall().toEpochMilli() - truth);
                System.out.println(
                        sample.k()
                                + " "
                                + sample.time().wallSource()
                                + " error "
                                + error
                                + " bound "
                                + sample.time().wallErrorMs());
                assertThat(error).isLessThanOrEqualTo(sample.time().wallErrorMs());
                assertThat(sample.k()).isEqualTo(k);
            }
            assertThat(samples.get(19).time().wallSource()).isEqualTo(WallSource.RTCP);
        }
    }
}
