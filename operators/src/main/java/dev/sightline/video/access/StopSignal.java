// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends waits of one thread from another, once and for all. Safe for use by any thread. */
public final class StopSignal {

    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Ends the wait in progress and all later ones. */
    public void stop() {
        stopped.countDown();
    }

    /** Whether {@link #stop} was called. */
    public boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /**
     * Waits.
     *
     * @throws IOException at once when stopped, or if the thread is interrupted
     */
    public void sleep(Duration time) throws IOException {
        try {
            if (stopped.await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS)) {
                throw new InterruptedIOException("was cancelled");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("was interrupted");
        }
    }

    /**
     * Says whether to go on.
     *
     * @throws IOException when stopped
     */
    public void check() throws IOException {
        if (isStopped()) {
            throw new InterruptedIOException("was cancelled");
        }
    }
}
