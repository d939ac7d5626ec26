// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Pictures that wait for the model: bounded, first in, first out. A JDK queue cannot be closed, so
 * a caller that waits for a place in it would wait for ever once nobody takes from it.
 *
 * <p>Thread-safe.
 */
final class PendingPictures {

    /**
     * One picture.
     *
     * @param vector is completed with its vector or its failure
     * @param since the {@link System#nanoTime()} at which it came
     */
    record Pending(byte[] picture, CompletableFuture<float[]> vector, long since) {

        static Pending now(byte[] picture) {
            return new Pending(picture, new CompletableFuture<>(), System.nanoTime());
        }
    }

    private final int capacity;
    private final Queue<Pending> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final Condition removed = lock.newCondition();
    private boolean closed;
    private boolean woken;

    PendingPictures(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Adds a picture; waits while there is no place.
     *
     * @return false if the queue is closed, or is closed while the caller waits
     */
    boolean add(Pending picture) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.size() >= capacity && !closed) {
                removed.await();
            }
            if (closed) {
                return false;
            }
            waiting.add(picture);
            added.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the next batch: as soon as it is full, or once its first picture has waited long
     * enough, or at once when the queue is closed.
     *
     * @param most pictures in the batch; the queue's capacity limits it too
     * @param idleNanos how long to wait for a first picture
     * @return empty when none came in that time, the caller was woken, or the queue is closed and
     *     nothing is left
     */
    List<Pending> take(int most, Duration patience, long idleNanos) throws InterruptedException {
        int full = Math.min(most, capacity);
        lock.lockInterruptibly();
        try {
            long idle = idleNanos;
            while (waiting.isEmpty() && !closed && !woken && idle > 0) {
                idle = added.awaitNanos(idle);
            }
            long left = left(patience);
            while (waiting.size() < full && !closed && !woken && left > 0) {
                added.awaitNanos(left);
                left = left(patience);
            }
            woken = false;
            return remove(full);
        } finally {
            lock.unlock();
        }
    }

    private long left(Duration patience) {
        return waiting.isEmpty()
                ? 0
                : patience.toNanos() - (System.nanoTime() - waiting.element().since());
    }

    /** Closes the queue and takes all that is left. */
    List<Pending> drain() {
        close();
        lock.lock();
        try {
            return remove(waiting.size());
        } finally {
            lock.unlock();
        }
    }

    private List<Pending> remove(int most) {
        List<Pending> batch = new ArrayList<>(most);
        while (batch.size() < most && !waiting.isEmpty()) {
            batch.add(waiting.remove());
        }
        removed.signalAll();
        return batch;
    }

    /** Lets who waits for a batch go on at once with what there is. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more pictures; those that wait can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            added.signalAll();
            removed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it is closed and nothing is left. */
    boolean isOver() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Pictures that wait. */
    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
