// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One who watches. One thread takes messages; closing it ends the watching. */
public final class LiveListener implements AutoCloseable {

    /** Wakes up who waits for a message when there will be none any more. */
    private static final LiveMessage END = new LiveMessage("end", "{}");

    private final BlockingQueue<LiveMessage> waiting;
    private final Consumer<LiveListener> atEnd;
    private volatile boolean ended;

    LiveListener(int most, Consumer<LiveListener> atEnd) {
        this.waiting = new ArrayBlockingQueue<>(most);
        this.atEnd = atEnd;
    }

    /** Whether there was room for it. */
    boolean offer(LiveMessage message) {
        return waiting.offer(message);
    }

    void end() {
        ended = true;
        waiting.clear();
        waiting.offer(END);
    }

    /** Whether no message will come any more: the service stops, or this one was too slow. */
    public boolean ended() {
        return ended;
    }

    /**
     * Waits for a message.
     *
     * @param longest how long
     * @return the message; empty if none came, or if this {@link #ended}
     */
    public Optional<LiveMessage> next(Duration longest) throws InterruptedException {
        LiveMessage message = waiting.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? Optional.empty() : Optional.ofNullable(message);
    }

    @Override
    public void close() {
        atEnd.accept(this);
    }
}
