// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.MediaException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A stream with a sample every twentieth of a second. One whose name says so hangs while it is
 * connected to until it is cancelled, another one breaks off after ten samples.
 */
final class PacedConnector implements Connector {

    private static final long PACE_MS = 50;

    private final Registration registration;
    private final CountDownLatch cancelled = new CountDownLatch(1);

    PacedConnector(Registration registration) {
        this.registration = registration;
    }

    private void pause(long millis) throws MediaException {
        try {
            if (cancelled.await(millis, TimeUnit.MILLISECONDS)) {
                throw new MediaException(Category.OPEN, "cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(Category.OPEN, "interrupted");
        }
    }

    @Override
    public Connection connect() throws MediaException {
        if (registration.streamId().startsWith("hanging")) {
            pause(Long.MAX_VALUE);
        }
        return new Paced();
    }

    private final class Paced implements LossyConnection {

        private StreamRef stream;
        private long k = -1;

        @Override
        public void begin(StreamRef begun) {
            stream = begun;
        }

        @Override
        public TimelineRecord next() throws MediaException {
            if (k < 0) {
                k = 0;
                return LiveRecords.started(stream, Instant.now());
            }
            if (k == 10 && stream.streamId().startsWith("flaky")) {
                throw new MediaException(Category.DECODE, "the network is gone");
            }
            pause(PACE_MS);
            return LiveRecords.sample(stream, k++, Instant.now());
        }

        @Override
        public void cancel() {
            PacedConnector.this.cancel();
        }

        @Override
        public void close() {
            k = -1;
        }
    }

    @Override
    public void cancel() {
        cancelled.countDown();
    }

    @Override
    public void close() {
        cancelled.countDown();
    }
}
