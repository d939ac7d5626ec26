// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Loaded models, each shared by all tasks of the process that ask for it, and counted: tasks start
 * at the same time, and without it each slot would load a model of its own. Thread-safe.
 *
 * @param <K> tells models apart
 * @param <M> a model that is loaded
 */
public final class SharedModels<K, M> implements AutoCloseable {

    private static final class Entry<M> {
        private final CompletableFuture<M> model = new CompletableFuture<>();
        private int leases;
        private int idlePeriods;
    }

    /** A share in a model; closing it gives the share back. */
    public static final class Lease<M> implements AutoCloseable {
        private final M model;
        private final Runnable release;
        private final AtomicBoolean released = new AtomicBoolean();

        private Lease(M model, Runnable release) {
            this.model = model;
            this.release = release;
        }

        /** The model; valid until the lease is closed. */
        public M model() {
            return model;
        }

        @Override
        public void close() {
            if (released.compareAndSet(false, true)) {
                release.run();
            }
        }
    }

    private final Duration unloadDelay;
    private final Consumer<M> unload;
    private final Predicate<M> usable;
    private final Map<K, Entry<M>> entries = new HashMap<>();
    private boolean closed;
    private final ScheduledExecutorService unloader =
            Executors.newSingleThreadScheduledExecutor(SharedModels::daemon);

    /**
     * @param unloadDelay how long a model that nobody leases any more stays, for a job that
     *     restarts; zero to unload it at once
     * @param unload gives free what a model holds
     */
    public SharedModels(Duration unloadDelay, Consumer<M> unload) {
        this(unloadDelay, unload, model -> true);
    }

    /**
     * @param unloadDelay how long a model that nobody leases any more stays
     * @param unload gives free what a model holds
     * @param usable whether a model may be leased again; one that may not is loaded anew
     */
    public SharedModels(Duration unloadDelay, Consumer<M> unload, Predicate<M> usable) {
        this.unloadDelay = unloadDelay;
        this.unload = unload;
        this.usable = usable;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sightline-model-unloader");
        thread.setDaemon(true);
        thread.setContextClassLoader(SharedModels.class.getClassLoader());
        return thread;
    }

    /**
     * Takes a share in a model, loading it if nobody has; others who want the same one wait
     * meanwhile. What loading throws is thrown, and the next one tries again.
     *
     * @throws CancellationException if the thread is interrupted while it waits for another
     */
    public Lease<M> acquire(K key, Supplier<M> load) {
        Lease<M> lease = null;
        while (lease == null) {
            Entry<M> mine = new Entry<>();
            Entry<M> leased = lease(key, mine);
            lease = leased == mine ? load(key, mine, load) : await(key, leased);
        }
        return lease;
    }

    /** A share in the model that is there, or is being loaded, and else in a new one. */
    private synchronized Entry<M> lease(K key, Entry<M> next) {
        Entry<M> entry = entries.get(key);
        if (entry == null || entry.model.isDone() && !usable.test(entry.model.join())) {
            // Those who still lease the old one give it back to its own entry.
            entry = next;
            entries.put(key, entry);
        }
        entry.leases++;
        return entry;
    }

    private Lease<M> load(K key, Entry<M> entry, Supplier<M> load) {
        try {
            entry.model.complete(load.get());
        } catch (RuntimeException | Error e) {
            forget(key, entry);
            entry.model.completeExceptionally(e);
            throw e;
        }
        return new Lease<>(entry.model.join(), () -> release(key, entry));
    }

    /** Waits for who loads a model; gives null if that one could not. */
    private Lease<M> await(K key, Entry<M> entry) {
        try {
            return new Lease<>(entry.model.get(), () -> release(key, entry));
        } catch (InterruptedException e) {
            release(key, entry);
            Thread.currentThread().interrupt();
            throw new CancellationException("cancelled while a model was loaded");
        } catch (ExecutionException e) {
            return null;
        }
    }

    private synchronized void forget(K key, Entry<M> entry) {
        entries.remove(key, entry);
    }

    private void release(K key, Entry<M> entry) {
        int period;
        boolean atOnce;
        synchronized (this) {
            entry.leases--;
            period = ++entry.idlePeriods;
            atOnce = closed || unloadDelay.isZero();
            if (!atOnce) {
                unloader.schedule(
                        () -> unload(key, entry, period),
                        unloadDelay.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        }
        if (atOnce) {
            unload(key, entry, period);
        }
    }

    /** Unloads what nobody leases, and from now on each model once nobody leases it any more. */
    @Override
    public void close() {
        List<M> idle = new ArrayList<>();
        synchronized (this) {
            closed = true;
            unloader.shutdownNow();
            entries.values().removeIf(entry -> entry.leases == 0 && idle.add(entry.model.join()));
        }
        idle.forEach(unload);
    }

    /** Unloads what nobody has leased again, or given back later, in the meantime. */
    private void unload(K key, Entry<M> entry, int period) {
        synchronized (this) {
            if (entry.leases > 0 || entry.idlePeriods != period) {
                return;
            }
            entries.remove(key, entry);
        }
        unload.accept(entry.model.join());
    }
}
