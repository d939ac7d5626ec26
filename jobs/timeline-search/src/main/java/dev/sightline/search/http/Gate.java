// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import io.javalin.http.Handler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets some through at once and some wait, and sends the others away at once: an answer that comes
 * after everybody has gone is of no use.
 */
final class Gate {

    private static final int RETRY_SECONDS = 2;

    private final Semaphore inside;
    private final Semaphore before;
    private final Duration longest;

    /**
     * @param running how many are let in at once
     * @param waiting how many wait for that
     * @param longest how long they wait
     */
    Gate(int running, int waiting, Duration longest) {
        this.inside = new Semaphore(running, true);
        this.before = new Semaphore(running + waiting);
        this.longest = longest;
    }

    <T> T pass(Callable<T> work) throws Exception {
        if (!before.tryAcquire()) {
            throw busy();
        }
        try {
            if (!inside.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                return work.call();
            } finally {
                inside.release();
            }
        } finally {
            before.release();
        }
    }

    /** A handler that whoever asks has to pass first. */
    Handler around(Handler handler) {
        return context ->
                pass(
                        () -> {
                            handler.handle(context);
                            return null;
                        });
    }

    private static Problem busy() {
        return Problem.later(Problem.UNAVAILABLE, "too many ask at once; try again", RETRY_SECONDS);
    }
}
