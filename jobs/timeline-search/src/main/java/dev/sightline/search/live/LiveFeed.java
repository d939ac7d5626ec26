// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.live;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each message to all who watch at that time, and waits for nobody: who does not take them
 * fast enough is dropped. Safe for use by several threads.
 */
public final class LiveFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);

    private final int mostListeners;
    private final int mostWaiting;
    private final Set<LiveListener> listeners = ConcurrentHashMap.newKeySet();
    private boolean closed;

    /**
     * @param mostListeners how many may watch at once
     * @param mostWaiting messages that wait for one of them before it is dropped
     */
    public LiveFeed(int mostListeners, int mostWaiting) {
        this.mostListeners = mostListeners;
        this.mostWaiting = mostWaiting;
    }

    /** Begins to watch; empty if too many do, or the feed is closed. */
    public synchronized Optional<LiveListener> listen() {
        if (closed || listeners.size() >= mostListeners) {
            return Optional.empty();
        }
        LiveListener listener = new LiveListener(mostWaiting, listeners::remove);
        listeners.add(listener);
        return Optional.of(listener);
    }

    /** Hands a message on. */
    public void publish(LiveMessage message) {
        for (LiveListener listener : listeners) {
            if (!listener.offer(message)) {
                LOG.info("a listener of the live feed was too slow and is dropped");
                listeners.remove(listener);
                listener.end();
            }
        }
    }

    /** How many watch. */
    public int listeners() {
        return listeners.size();
    }

    /** Ends the watching of all. */
    @Override
    public synchronized void close() {
        closed = true;
        listeners.forEach(LiveListener::end);
        listeners.clear();
    }
}
