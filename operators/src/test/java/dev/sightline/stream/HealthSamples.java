// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.clip.PictureSketch;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Samples of a stream for tests of its vectors' health. */
final class HealthSamples {

    static final StreamRef GATE = new StreamRef("gate", 5, "rtsp://gate", SourceKind.RTSP, "");

    private HealthSamples() {}

    static MediaTime time(long k) {
        return new MediaTime(
                k, new TimeBase(1, 1), 1000 * k, null, WallSource.NONE, 0, Instant.EPOCH);
    }

    /** A unit vector in a plane. */
    static float[] vector(double angle) {
        return new float[] {(float) Math.cos(angle), (float) Math.sin(angle), 0};
    }

    static EmbeddedSample sample(long k, double angle, int brightness) {
        byte[] sketch = new byte[PictureSketch.STRIPS];
        Arrays.fill(sketch, (byte) brightness);
        return new EmbeddedSample(
                GATE, k, time(k), vector(angle), false, new byte[0], 0, List.of(), sketch);
    }

    static SampleFailed failed(long k) {
        return new SampleFailed(GATE, k, time(k), "no numbers", 0, List.of());
    }
}
