// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.http;

import dev.sightline.video.access.HttpFailure;
import dev.sightline.video.access.StopSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/**
 * How long to try again where nothing arrives.
 *
 * @param patience since the last byte, or the first try
 * @param ofAbsence whether what the server says is absent may yet appear, as a segment does that is
 *     announced before it is there everywhere
 */
public record Retry(Duration patience, boolean ofAbsence) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** Refuses an absent part. */
    public Retry {
        Objects.requireNonNull(patience, "patience");
    }

    private boolean helps(IOException failure) {
        if (!(failure instanceof HttpFailure answered)) {
            return false;
        }
        return switch (answered.status()) {
            case 0, 408, 425, 429 -> true;
            case 404 -> ofAbsence;
            default -> answered.status() >= 500;
        };
    }

    /** The tries since something arrived for the last time. One thread. */
    final class Tries {

        private final StopSignal stop;
        private long since = System.nanoTime();
        private Duration pause = FIRST_PAUSE;

        Tries(StopSignal stop) {
            this.stop = stop;
        }

        /** Something arrived. */
        void succeed() {
            since = System.nanoTime();
            pause = FIRST_PAUSE;
        }

        /**
         * Waits before the next try.
         *
         * @throws IOException the failure, if there is none; or when stopped
         */
        void await(IOException failure) throws IOException {
            stop.check();
            Duration left = patience.minusNanos(System.nanoTime() - since);
            if (!helps(failure) || left.isNegative()) {
                throw failure;
            }
            stop.sleep(pause.compareTo(left) < 0 ? pause : left);
            pause = pause.multipliedBy(2);
            if (pause.compareTo(LONGEST_PAUSE) > 0) {
                pause = LONGEST_PAUSE;
            }
        }
    }
}
