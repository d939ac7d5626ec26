// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import dev.sightline.clip.PendingPictures.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers the pictures of all tasks of a process into batches for one model: a batch runs as soon
 * as it is full, or when its first picture has waited long enough.
 *
 * <p>Thread-safe. A batch that fails is tried again picture by picture, so that one bad picture
 * fails alone. A model that no longer gives the vectors it must stops serving: what waits fails,
 * and so does whatever comes.
 */
public final class EmbeddingService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddingService.class);

    private final WatchedEncoder encoder;
    private final Canary canary;
    private final BatchSettings settings;
    private final Runnable onFailure;
    private final PendingPictures queue;
    private final Queue<CompletableFuture<Void>> demands = new ConcurrentLinkedQueue<>();
    private final Thread worker;
    private volatile long batches;
    private volatile long pictures;
    private volatile ModelException.WrongVector failure;

    /**
     * Starts the worker.
     *
     * @param encoder the image tower; used by the worker alone and closed with the service
     * @param canary what the tower is checked with; used by the worker alone
     * @param onFailure is called if it stops serving
     */
    EmbeddingService(
            ImageEncoder encoder, Canary canary, BatchSettings settings, Runnable onFailure) {
        this.encoder = new WatchedEncoder(encoder, canary);
        this.canary = canary;
        this.settings = settings;
        this.onFailure = onFailure;
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
     *     with a {@link ModelException} if the service is closed or has stopped serving
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    public CompletableFuture<float[]> embed(byte[] picture) throws InterruptedException {
        Pending pending = Pending.now(picture);
        if (!queue.add(pending)) {
            refuse(pending);
        }
        return pending.vector();
    }

    /**
     * Asks for a check of the model, with the batch that comes next.
     *
     * @return completes when the model has given the right vector for a reference picture, or at
     *     once if there is none; with a {@link ModelException} if it has not, or the service is
     *     closed
     */
    public CompletableFuture<Void> check() {
        CompletableFuture<Void> checked = new CompletableFuture<>();
        demands.add(checked);
        queue.wake();
        if (queue.isOver()) {
            refuseDemands();
        }
        return checked;
    }

    private void refuse(Pending pending) {
        pending.vector().completeExceptionally(refusal());
    }

    private void refuseDemands() {
        for (var next = demands.poll(); next != null; next = demands.poll()) {
            next.completeExceptionally(refusal());
        }
    }

    private ModelException refusal() {
        return failure == null ? new ModelException("the embedding service is closed") : failure;
    }

    private void work() {
        try {
            while (!queue.isOver()) {
                serve(queue.take(room(), settings.patience(), Math.max(0, canary.untilDue())));
            }
        } catch (ModelException.WrongVector e) {
            failed(e);
        } catch (InterruptedException e) {
            // close() was itself interrupted: what still waits is refused.
            Thread.currentThread().interrupt();
        } finally {
            queue.drain().forEach(this::refuse);
            refuseDemands();
            encoder.close();
        }
    }

    /** A batch that is checked has a reference picture in it. */
    private int room() {
        return canary.isDue() ? Math.max(1, settings.size() - 1) : settings.size();
    }

    /** Runs a batch, with a check or only that if it is due. */
    private void serve(List<Pending> batch) {
        List<CompletableFuture<Void>> demanded = demanded();
        try {
            if (batch.isEmpty() || batch.size() == settings.size()) {
                encoder.check();
            }
            if (!batch.isEmpty()) {
                run(batch);
            }
            demanded.forEach(checked -> checked.complete(null));
        } catch (ModelException.WrongVector e) {
            failed(e);
            batch.forEach(this::refuse);
            demanded.forEach(checked -> checked.completeExceptionally(e));
            throw e;
        }
    }

    private List<CompletableFuture<Void>> demanded() {
        List<CompletableFuture<Void>> demanded = new ArrayList<>();
        for (var next = demands.poll(); next != null; next = demands.poll()) {
            demanded.add(next);
            canary.demand();
        }
        return demanded;
    }

    /** Before anyone hears of it: who does may ask for another service at once. */
    private void failed(ModelException.WrongVector e) {
        if (failure == null) {
            failure = e;
            onFailure.run();
            LOG.error("The model stops serving: {}", e.getMessage());
        }
    }

    private void run(List<Pending> batch) {
        try {
            float[][] vectors = encoder.encode(batch.stream().map(Pending::picture).toList());
            batches++;
            pictures += batch.size();
            for (int i = 0; i < vectors.length; i++) {
                batch.get(i).vector().complete(vectors[i]);
            }
        } catch (ModelException.WrongVector e) {
            throw e;
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

    /** Why it has stopped serving, or null if it serves. */
    ModelException failure() {
        return failure;
    }

    /** Cosine of the last check, not a number if there was none. */
    double canaryCosine() {
        return canary.cosine();
    }

    /** Time since the last check that went well, or since the start. */
    Duration sinceCanary() {
        return canary.sincePassed();
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
