// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes pictures beside the thread that hands them over. At most {@value #MOST} of them wait or
 * are being written.
 *
 * <p>A store that is slow slows its task down; one that does not move within the patience given is
 * waited for no more, and what it does not take is left out, until it has taken something again.
 * Handing over and flushing are for one thread.
 */
final class PictureWriter implements AutoCloseable {

    /** Most pictures in hand: with 16 KiB each, a megabyte. */
    static final int MOST = 64;

    private static final Logger LOG = LoggerFactory.getLogger(PictureWriter.class);

    /** Stores answer slowly, but many at a time. */
    private static final int THREADS = 4;

    private static final long IDLE_SECONDS = 10;

    private final Semaphore room = new Semaphore(MOST);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ThreadPoolExecutor threads;
    private final Duration patience;
    private final Counter written;
    private final Counter failed;
    private volatile boolean stuck;

    /**
     * @param patience how long the store may keep its task waiting at a time
     * @param written counts pictures that the store took; safe to be used by several threads
     * @param failed counts those that it did not take; safe to be used by several threads
     */
    PictureWriter(Duration patience, Counter written, Counter failed) {
        this.patience = patience;
        this.written = written;
        this.failed = failed;
        this.threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        BackgroundThreads.named("pictures"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** Takes a picture to be written; waits while there are too many. */
    void put(URI target, byte[] jpeg) throws InterruptedException {
        if (!await(1)) {
            failed.inc();
            return;
        }
        threads.execute(() -> write(target, jpeg));
    }

    private void write(URI target, byte[] jpeg) {
        try {
            PictureFile.write(target, jpeg);
            written.inc();
            stuck = false;
            if (failing.getAndSet(false)) {
                LOG.info("pictures are written again, {} for example", target);
            }
        } catch (IOException | RuntimeException e) {
            failed.inc();
            if (!failing.getAndSet(true)) {
                LOG.warn("pictures cannot be written, {} for example", target, e);
            }
        } finally {
            room.release();
        }
    }

    /** Waits until all that was handed over is written or has failed, or patience has ended. */
    void flush() throws InterruptedException {
        if (await(MOST)) {
            room.release(MOST);
        }
    }

    private boolean await(int places) throws InterruptedException {
        if (stuck) {
            return room.tryAcquire(places);
        }
        if (room.tryAcquire(places, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        stuck = true;
        LOG.warn("the store of pictures has not answered for {}; going on without", patience);
        return false;
    }

    /** Gives what is in hand its time, and then leaves it out. */
    @Override
    public void close() {
        try {
            flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failed.inc(threads.shutdownNow().size());
    }
}
