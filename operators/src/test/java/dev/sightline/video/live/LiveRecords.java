// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.MediaTime;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.List;

/** Records of live streams with tiny pictures. */
final class LiveRecords {

    static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private LiveRecords() {}

    static Registration registration(String id) {
        return new Registration(
                id,
                "rtsp://camera/" + id,
                SourceKind.RTSP,
                "",
                1000,
                null,
                IgnoreRegions.NONE,
                true);
    }

    static MediaTime time(long mediaMs, Instant wall) {
        return new MediaTime(
                mediaMs, new TimeBase(1, 1000), mediaMs, wall, WallSource.HOST_CLOCK, 5, wall);
    }

    static StreamStarted started(StreamRef stream, Instant wall) {
        return new StreamStarted(stream, time(0, wall));
    }

    static Sample sample(StreamRef stream, long k, Instant wall) {
        return new Sample(
                stream, k, time(1000 * k, wall), new byte[3], false, new byte[0], 0, List.of());
    }

    static Sample sample(long k) {
        return sample(registration("a").stream(1), k, START.plusSeconds(k));
    }
}
