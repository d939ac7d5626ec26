// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.video.Sample;
import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.StreamStarted;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.live.Connector;
import dev.sightline.video.live.Surroundings;
import java.util.List;

/**
 * A camera whose seconds pass as fast as its samples are taken. It goes away and comes back, its
 * clock wraps and is set, what it shows changes; all of it the same in every run.
 */
final class SimulatedCamera implements Connector {

    private static final long SAMPLE_MS = 1000;

    /** How long a try takes that does not succeed. */
    private static final long REFUSED_MS = 1500;

    private final Day day;
    private final CameraClock clock;
    private final Shots shots;
    private final Outages outages;
    private final Cuts cuts = new Cuts();
    private final byte[] preview;

    SimulatedCamera(Day day) {
        this.day = day;
        this.clock = new CameraClock(day.clock());
        this.shots = new Shots(day.seed(), day.subjects());
        this.outages = new Outages(day.seed());
        this.preview = new byte[Day.PREVIEW_BYTES];
    }

    @Override
    public Surroundings surroundings() {
        return day.surroundings();
    }

    @Override
    public Connection connect() throws MediaException {
        if (outages.away(day.clock().passedMs())) {
            day.clock().pass(REFUSED_MS);
            throw new MediaException(Category.OPEN, "connection refused");
        }
        return new Watched();
    }

    @Override
    public void cancel() {
        day.stops().cancel();
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /** A connection. */
    private final class Watched implements Connection {

        private StreamRef stream;
        private boolean begun;
        private long k;

        @Override
        public void begin(StreamRef name) {
            stream = name;
            begun = false;
            clock.begin();
            cuts.begin();
        }

        @Override
        public TimelineRecord next() throws MediaException {
            day.stop();
            long ms = day.clock().passedMs();
            if (outages.away(ms)) {
                throw new MediaException(Category.DECODE, "connection reset");
            }
            if (outages.jumped(ms)) {
                clock.set();
                return null;
            }
            if (!begun) {
                begun = true;
                k = 0;
                return new StreamStarted(stream, clock.time());
            }
            Sample sample = sample(shots.at(ms));
            day.clock().pass(SAMPLE_MS);
            return sample;
        }

        private Sample sample(Picture picture) {
            List<VisualChange> changes = cuts.toldWith(picture, clock.time());
            day.given();
            return new Sample(
                    stream,
                    k++,
                    clock.time(),
                    picture.rgb(day.pictureBytes()),
                    false,
                    preview,
                    0,
                    changes);
        }

        @Override
        public String interruption() {
            return "its time stamps jumped";
        }

        @Override
        public List<VisualChange> lastChanges() {
            return cuts.untold();
        }

        @Override
        public boolean waits() {
            return true;
        }

        @Override
        public void cancel() {
            SimulatedCamera.this.cancel();
        }

        @Override
        public void close() {
            stream = null;
        }
    }
}
