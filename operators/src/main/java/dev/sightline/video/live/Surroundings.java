// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What the thread of a stream takes from its surroundings.
 *
 * @param clock tells how long the stream was away
 * @param pause waits between two tries
 * @param random spreads the tries; numbers from 0 to 1
 */
public record Surroundings(Clock clock, Pause pause, DoubleSupplier random) {

    /** Waits. */
    @FunctionalInterface
    public interface Pause {

        void sleep(long millis) throws InterruptedException;
    }

    /** Those of every stream that is really there. */
    public static final Surroundings REAL =
            new Surroundings(
                    Clock.systemUTC(),
                    Thread::sleep,
                    () -> ThreadLocalRandom.current().nextDouble());

    /** Refuses absent parts. */
    public Surroundings {
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(pause, "pause");
        Objects.requireNonNull(random, "random");
    }
}
