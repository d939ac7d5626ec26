// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * The models of this process: one service per bundle digest and device, shared by all tasks and
 * counted. A service that nobody leases any more is unloaded after a while, so that a job which
 * restarts finds its model loaded.
 *
 * <p>The one static registry of Sightline lives in the class loader of the operators' jar; it has
 * to be Flink's {@code lib/}, or each job would load the model again.
 */
public final class EmbeddingServices {

    private static final EmbeddingServices PROCESS =
            new EmbeddingServices(Duration.ofSeconds(60), EmbeddingServices::load);

    private record Key(String digest, Device device) {}

    private static final class Entry {
        private final EmbeddingService service;
        private int leases;
        private int idlePeriods;
        private ScheduledFuture<?> unload;

        Entry(EmbeddingService service) {
            this.service = service;
        }
    }

    /** A share in a service; closing it gives the share back. */
    public final class Lease implements AutoCloseable {
        private final Key key;
        private final EmbeddingService service;
        private boolean released;

        private Lease(Key key, EmbeddingService service) {
            this.key = key;
            this.service = service;
        }

        /** The service; valid until the lease is closed. */
        public EmbeddingService service() {
            return service;
        }

        @Override
        public void close() {
            synchronized (EmbeddingServices.this) {
                if (!released) {
                    released = true;
                    release(key);
                }
            }
        }
    }

    private final Duration unloadDelay;
    private final BiFunction<String, ModelSettings, EmbeddingService> loader;
    private final Map<Key, Entry> entries = new HashMap<>();
    private final ScheduledExecutorService unloader =
            Executors.newSingleThreadScheduledExecutor(EmbeddingServices::daemon);

    EmbeddingServices(
            Duration unloadDelay, BiFunction<String, ModelSettings, EmbeddingService> loader) {
        this.unloadDelay = unloadDelay;
        this.loader = loader;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "sightline-model-unloader");
        thread.setDaemon(true);
        thread.setContextClassLoader(EmbeddingServices.class.getClassLoader());
        return thread;
    }

    private static EmbeddingService load(String digest, ModelSettings settings) {
        ModelBundle bundle = ModelBundle.load(Path.of(settings.path()), digest);
        return new EmbeddingService(
                new OnnxImageEncoder(bundle, settings.device(), settings.threads()),
                settings.batch());
    }

    /** The registry of this process. */
    public static EmbeddingServices ofProcess() {
        return PROCESS;
    }

    /**
     * Takes a share in the service of a model, loading it if nobody has.
     *
     * @param digest of the bundle at {@code settings.path()}
     * @param settings how to load it; threads and batches of the first lease count for all
     * @throws ModelException if the model cannot be loaded, or the folder has another one
     */
    public synchronized Lease acquire(String digest, ModelSettings settings) {
        Key key = new Key(digest, settings.device());
        Entry entry = entries.get(key);
        if (entry == null) {
            entry = new Entry(loader.apply(digest, settings));
            entries.put(key, entry);
        }
        if (entry.unload != null) {
            entry.unload.cancel(false);
            entry.unload = null;
        }
        entry.leases++;
        return new Lease(key, entry.service);
    }

    private void release(Key key) {
        Entry entry = entries.get(key);
        entry.leases--;
        if (entry.leases == 0) {
            int period = ++entry.idlePeriods;
            entry.unload =
                    unloader.schedule(
                            () -> unload(key, entry, period),
                            unloadDelay.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    private void unload(Key key, Entry entry, int period) {
        synchronized (this) {
            // A task that was already running when it was cancelled must not cut a later idle
            // period short.
            if (entry.leases > 0 || entry.idlePeriods != period) {
                return;
            }
            entries.remove(key);
        }
        entry.service.close();
    }
}
