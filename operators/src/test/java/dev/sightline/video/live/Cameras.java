// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.FrameGeometry;
import dev.sightline.video.IgnoreRegions;
import dev.sightline.video.Sample;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.access.AllowedHosts;
import dev.sightline.video.access.SecretStore;
import dev.sightline.video.access.SourceUri;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.DecoderSettings;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.decode.SamplingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** How tests reach the cameras of the test data. */
final class Cameras {

    /** Width and height of samples. */
    static final int SIZE = 64;

    static final Duration SILENCE = Duration.ofSeconds(6);

    static final ConnectionSettings SETTINGS =
            new ConnectionSettings(
                    new DecoderSettings(
                            SamplingPolicy.EXACT,
                            Duration.ofSeconds(1),
                            1,
                            1 << 24,
                            SILENCE,
                            new FrameGeometry(SIZE, SIZE, FrameGeometry.Fit.SQUASH),
                            0),
                    AllowedHosts.NONE,
                    new SecretStore(""),
                    false);

    private static final int MOST_TRIES = 50;
    private static final int MOST_READS = 4;

    private Cameras() {}

    static Registration registration(String id, String uri) {
        SourceKind kind = SourceUri.parse(uri).kind();
        return new Registration(id, uri, kind, "", 1000, null, IgnoreRegions.NONE, true);
    }

    /** Reads a camera, whatever interrupts its timeline, until a record is the last one wanted. */
    static List<TimelineRecord> read(String uri, Predicate<List<TimelineRecord>> enough)
            throws MediaException {
        Registration registration = registration("camera", uri);
        List<TimelineRecord> all = new ArrayList<>();
        try (Connector connector = new MediaConnectors(SETTINGS).of(registration);
                Connection connection = connected(connector)) {
            StreamRef stream = registration.stream(0);
            connection.begin(stream);
            while (!enough.test(all)) {
                TimelineRecord next = connection.next();
                if (next == null) {
                    stream = registration.stream(stream.epoch() + 1);
                    connection.begin(stream);
                } else {
                    all.add(next);
                }
            }
        }
        return all;
    }

    /** The same of a camera that may fall silent, on a machine that is too busy for its sender. */
    static List<TimelineRecord> readAgain(String uri, Predicate<List<TimelineRecord>> enough)
            throws MediaException {
        for (int tries = 1; ; tries++) {
            try {
                return read(uri, enough);
            } catch (MediaException e) {
                if (tries == MOST_READS) {
                    throw e;
                }
            }
        }
    }

    /** What sends may take a moment to listen. */
    private static Connection connected(Connector connector) throws MediaException {
        for (int tries = 0; ; tries++) {
            try {
                return connector.connect();
            } catch (MediaException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    static List<Sample> samples(List<TimelineRecord> records) {
        return records.stream().filter(Sample.class::isInstance).map(Sample.class::cast).toList();
    }
}
