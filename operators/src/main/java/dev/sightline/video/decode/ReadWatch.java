// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.decode;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cancels a byte source when a call of it outlasts the deadline: FFmpeg waits inside that call, so
 * it does not ask the deadline. One thread for all sources, which ends when there are none.
 */
final class ReadWatch implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final ByteSource source;
    private final Deadline deadline;
    private ScheduledFuture<?> next;
    private boolean busy;

    ReadWatch(ByteSource source, Deadline deadline) {
        this.source = source;
        this.deadline = deadline;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread thread = new Thread(task, "byte-source-deadlines");
                            thread.setDaemon(true);
                            return thread;
                        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** A call begins. */
    synchronized void begin() {
        busy = true;
        if (next == null) {
            lookAgain(deadline.remainingNanos());
        }
    }

    /** The call is over. */
    synchronized void end() {
        busy = false;
    }

    /**
     * Not planned anew with each call, of which there are many. Between two calls nobody waits for
     * the source, and a call that begins later ends later than that.
     */
    private synchronized void look() {
        if (next == null) {
            return;
        }
        if (busy && deadline.isOver()) {
            deadline.expire();
            source.cancel();
        } else {
            lookAgain(busy ? deadline.remainingNanos() : deadline.timeoutNanos());
        }
    }

    private void lookAgain(long nanos) {
        next = TIMER.schedule(this::look, Math.max(0, nanos) + 1, TimeUnit.NANOSECONDS);
    }

    @Override
    public synchronized void close() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }
}
