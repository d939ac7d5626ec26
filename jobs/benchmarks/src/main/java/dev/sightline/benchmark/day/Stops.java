// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import java.time.Duration;

/**
 * Where the simulation stands still to be measured: one thread arrives and waits, another one waits
 * for that and lets it go on.
 */
final class Stops {

    private final long distanceMs;
    private long nextMs;
    private boolean here;
    private boolean cancelled;

    /**
     * @param distance between two of them
     */
    Stops(Duration distance) {
        this.distanceMs = distance.toMillis();
        this.nextMs = distanceMs;
    }

    /**
     * Waits to be measured if it is time to.
     *
     * @param ms simulated time
     * @return whether the simulation goes on, rather than having been cancelled
     */
    synchronized boolean pass(long ms) throws InterruptedException {
        here = ms >= nextMs;
        notifyAll();
        while (here && !cancelled) {
            wait();
        }
        return !cancelled;
    }

    /** Whether the simulation stands still. */
    synchronized boolean isHere() {
        return here;
    }

    /** Lets the simulation go on to the next stop. */
    synchronized void goOn() {
        nextMs += distanceMs;
        here = false;
        notifyAll();
    }

    /** Ends all waiting of the simulation. */
    synchronized void cancel() {
        cancelled = true;
        notifyAll();
    }
}
