// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Gathers the pictures of all tasks of a process into batches for one model: a batch runs as soon
 * as it is full, or when its first picture has waited long enough.
 *
 * <p>Thread-safe. A batch that fails is tried again picture by picture, so that one bad picture
 * fails alone.
 */
public final class EmbeddingService implements AutoCloseable {

    private record Request(byte[] picture, CompletableFuture<float[]> vector) {}

    /** Wakes the worker when the service closes. */
    private static final Request STOP = new Request(new byte[0], new CompletableFuture<>());

    private final ImageEncoder encoder;
    private final BatchSettings settings;
    private final BlockingQueue<Request> queue;
    private final Thread worker;
    private volatile boolean closed;
    private volatile long batches;
    private volatile long pictures;

    /**
     * Starts the worker.
     *
     * @param encoder the image tower; used by the worker alone and closed with the service
     */
    public EmbeddingService(ImageEncoder encoder, BatchSettings settings) {
        this.encoder = encoder;
        this.settings = settings;
        this.queue = new LinkedBlockingQueue<>(settings.queueCapacity());
        this.worker = new Thread(this::work, "sightline-embedding");
        worker.setDaemon(true);
        // Otherwise the thread would keep the class loader of the first job alive.
        worker.setContextClassLoader(EmbeddingService.class.getClassLoader());
        worker.start();
    }

    /**
     * Asks for a picture's vector; waits while the queue is full.
     *
     * @param picture width x height x 3 RGB bytes of the model's geometry; not changed afterwards
     * @return completes with a unit vector, or with a {@link ModelException}
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public CompletableFuture<float[]> embed(byte[] picture) throws InterruptedException {
        Request request = new Request(picture, new CompletableFuture<>());
        if (closed) {
            request.vector().completeExceptionally(closedException());
            return request.vector();
        }
        queue.put(request);
        if (closed) {
            // It may have come behind the worker's last look.
            request.vector().completeExceptionally(closedException());
        }
        return request.vector();
    }

    private static ModelException closedException() {
        return new ModelException("the embedding service is closed");
    }

    private void work() {
        List<Request> batch = new ArrayList<>(settings.size());
        try {
            while (gather(batch)) {
                run(batch);
                batch.clear();
            }
            run(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            encoder.close();
            failAll(batch);
            failAll(queue);
        }
    }

    private static void failAll(Iterable<Request> requests) {
        requests.forEach(request -> request.vector().completeExceptionally(closedException()));
    }

    /** Fills the batch; false once the service is closed and the batch is the last one. */
    private boolean gather(List<Request> batch) throws InterruptedException {
        Request next = queue.take();
        long end = System.nanoTime() + settings.patience().toNanos();
        while (next != null) {
            if (next == STOP) {
                return false;
            }
            batch.add(next);
            if (batch.size() == settings.size()) {
                return true;
            }
            next = queue.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        return true;
    }

    private void run(List<Request> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            float[][] vectors = encoder.encode(batch.stream().map(Request::picture).toList());
            batches++;
            pictures += batch.size();
            for (int i = 0; i < vectors.length; i++) {
                batch.get(i).vector().complete(vectors[i]);
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.get(0).vector().completeExceptionally(e);
            } else {
                batch.forEach(request -> run(List.of(request)));
            }
        }
    }

    /** Runs of the model so far. */
    public long batches() {
        return batches;
    }

    /** Pictures embedded so far. */
    public long pictures() {
        return pictures;
    }

    /** Pictures that wait. */
    public int queueLength() {
        return queue.size();
    }

    /** Runs what is queued, then ends the worker and closes the encoder. */
    @Override
    public void close() {
        closed = true;
        try {
            queue.put(STOP);
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
