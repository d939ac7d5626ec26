// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Reference pictures that a model has to see again and again, each time the next one: it must go on
 * giving the vectors that the bundle says. A model whose vectors have become wrong gives no error,
 * and all that follows from them looks like life.
 *
 * <p>Used by one thread; the figures may be read by others.
 */
final class Canary {

    private static final long NEVER = Long.MAX_VALUE;

    private final List<ReferencePicture> references;
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private int turn;
    private long dueNanos;
    private volatile long passedNanos;
    private volatile double cosine = Double.NaN;

    /**
     * Due at once.
     *
     * @param references none to check nothing
     * @param interval time between two checks
     * @param nanoTime {@link System#nanoTime()}
     */
    Canary(List<ReferencePicture> references, Duration interval, LongSupplier nanoTime) {
        this.references = List.copyOf(references);
        this.intervalNanos = interval.toNanos();
        this.nanoTime = nanoTime;
        this.dueNanos = nanoTime.getAsLong();
        this.passedNanos = dueNanos;
    }

    /** Nanoseconds to the next check; 0 or less if it is due. */
    long untilDue() {
        return references.isEmpty() ? NEVER : dueNanos - nanoTime.getAsLong();
    }

    /** Whether the next check is due. */
    boolean isDue() {
        return untilDue() <= 0;
    }

    /** Makes the next check due now. */
    void demand() {
        dueNanos = nanoTime.getAsLong();
    }

    /** The picture to embed. */
    byte[] picture() {
        return next().rgb();
    }

    private ReferencePicture next() {
        return references.get(turn % references.size());
    }

    /**
     * Checks what the model gave for {@link #picture()}.
     *
     * @throws ModelException.WrongVector if it is another vector than it must be
     */
    void check(float[] vector) {
        cosine = next().require(vector);
        turn++;
        passedNanos = nanoTime.getAsLong();
        dueNanos = passedNanos + intervalNanos;
    }

    /** What to say where the model could not embed {@link #picture()}. */
    ModelException.WrongVector failed(Throwable failure) {
        return new ModelException.WrongVector(next().name(), failure);
    }

    /** Cosine of the last check, or not a number before the first one. */
    double cosine() {
        return cosine;
    }

    /** Time since the last check that went well. */
    Duration sincePassed() {
        return Duration.ofNanos(nanoTime.getAsLong() - passedNanos);
    }
}
