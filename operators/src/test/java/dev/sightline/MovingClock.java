// SPDX-License-Identifier: Apache-2.0
package dev.sightline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when it is told to. One thread. */
public final class MovingClock extends Clock {

    private Instant now;

    /** Begins at a moment. */
    public MovingClock(Instant start) {
        this.now = start;
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
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
