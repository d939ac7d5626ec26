// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved. One thread moves it, any may read it. */
final class SimulatedClock extends Clock {

    private final Instant start;
    private volatile long passedMs;

    SimulatedClock(Instant start) {
        this.start = start;
    }

    void pass(long millis) {
        passedMs += millis;
    }

    /** Milliseconds since its start. */
    long passedMs() {
        return passedMs;
    }

    /** Time since its start. */
    Duration passed() {
        return Duration.ofMillis(passedMs);
    }

    @Override
    public Instant instant() {
        return start.plusMillis(passedMs);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
