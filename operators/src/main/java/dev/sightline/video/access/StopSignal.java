// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.access;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ends waits of one thread from another, once and for all. Safe for use by any thread.
 *
 * <p>A signal may have parts: what stops the whole stops them, but not the other way round.
 */
public final class StopSignal {

    /** Shared with all parts, so that one wait is for the whole and the part. */
    private final Object monitor;

    private final StopSignal whole;
    private final Set<Runnable> listeners = new LinkedHashSet<>();
    private boolean stopped;

    /** A signal of its own. */
    public StopSignal() {
        this.monitor = new Object();
        this.whole = null;
    }

    private StopSignal(StopSignal whole) {
        this.monitor = whole.monitor;
        this.whole = whole;
    }

    /** A signal for a part of what this one stops. */
    public StopSignal part() {
        return new StopSignal(this);
    }

    /** Ends the wait in progress and all later ones. */
    public void stop() {
        List<Runnable> told;
        synchronized (monitor) {
            stopped = true;
            monitor.notifyAll();
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /** Runs something when this is stopped, or now if it is already. */
    void onStop(Runnable listener) {
        boolean now;
        synchronized (monitor) {
            now = isStopped();
            listeners.add(listener);
        }
        if (now) {
            listener.run();
        }
    }

    /** Runs it no more. */
    void forget(Runnable listener) {
        synchronized (monitor) {
            listeners.remove(listener);
        }
    }

    /** Whether {@link #stop} was called, here or on the whole. */
    public boolean isStopped() {
        synchronized (monitor) {
            return stopped || whole != null && whole.isStopped();
        }
    }

    /**
     * Waits.
     *
     * @throws IOException at once when stopped, or if the thread is interrupted
     */
    public void sleep(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        synchronized (monitor) {
            check();
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                await(left);
                check();
            }
        }
    }

    /** Rounded up, as a wait of zero would be one for ever. */
    private void await(long nanos) throws IOException {
        try {
            monitor.wait(nanos / 1_000_000 + 1);
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
