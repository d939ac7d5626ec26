// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does in the background what takes long: deleted documents leave the disk. */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** Something that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(named("upkeep"));

    /** Names the index's threads, which keep no process alive. */
    static ThreadFactory named(String what) {
        return work -> {
            Thread thread = new Thread(work, "timeline index " + what);
            thread.setDaemon(true);
            return thread;
        };
    }

    void start(Work work) {
        thread.execute(
                () -> {
                    try {
                        work.run();
                    } catch (AlreadyClosedException e) {
                        // It is done when the index is opened again.
                        LOG.debug("interrupted by the end", e);
                    } catch (IOException | RuntimeException e) {
                        LOG.warn("deleted events are still on the disk until the next start", e);
                    }
                });
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
