// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import dev.sightline.clip.PendingPictures.Pending;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers the pictures of all tasks of a process into batches for one model: a batch runs as soon
 * as it is full, or when its first picture has waited long enough.
 *
 * <p>Thread-safe. A batch that fails is tried again picture by picture, so that one bad picture
 * fails alone.
 */
public final class EmbeddingService implements AutoCloseable {

    private final ImageEncoder encoder;
    private final BatchSettings settings;
    private final PendingPictures queue;
    private final Thread worker;
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
        this.queue = new PendingPictures(settings.queueCapacity());
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
     * @return completes, on the worker's thread, with a unit vector, or with what the model threw;
     *     with a {@link ModelException} if the service is closed
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public CompletableFuture<float[]> embed(byte[] picture) throws InterruptedException {
        Pending pending = Pending.now(picture);
        if (!queue.add(pending)) {
            refuse(pending);
        }
        return pending.vector();
    }

    private static void refuse(Pending pending) {
        pending.vector()
                .completeExceptionally(new ModelException("the embedding service is closed"));
    }

    private void work() {
        try {
            List<Pending> batch = queue.take(settings.size(), settings.patience());
            while (!batch.isEmpty()) {
                run(batch);
                batch = queue.take(settings.size(), settings.patience());
            }
        } catch (InterruptedException e) {
            // close() was itself interrupted: what still waits is refused.
            Thread.currentThread().interrupt();
        } finally {
            queue.drain().forEach(EmbeddingService::refuse);
            encoder.close();
        }
    }

    private void run(List<Pending> batch) {
        try {
            float[][] vectors = encode(batch);
            batches++;
            pictures += batch.size();
            for (int i = 0; i < vectors.length; i++) {
                batch.get(i).vector().complete(vectors[i]);
            }
        } catch (RuntimeException | Error e) {
            // An error too, such as no memory for a batch, must reach who waits for the vectors:
            // a worker that died of it would leave them waiting.
            if (batch.size() == 1) {
                batch.get(0).vector().completeExceptionally(e);
            } else {
                batch.forEach(pending -> run(List.of(pending)));
            }
        }
    }

    private float[][] encode(List<Pending> batch) {
        float[][] vectors = encoder.encode(batch.stream().map(Pending::picture).toList());
        if (vectors.length != batch.size()) {
            throw new ModelException(
                    "the model gave "
                            + vectors.length
                            + " vectors for "
                            + batch.size()
                            + " pictures");
        }
        return vectors;
    }

    /** Runs of the model so far that succeeded. */
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
        queue.close();
        try {
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
