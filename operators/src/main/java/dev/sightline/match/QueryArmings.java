// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.ModelException;
import dev.sightline.event.QueryRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * The text towers of this process: one for each model and distance of samples, shared by all tasks
 * and counted. Tasks start at the same time: without it each slot would load a tower of its own and
 * arm the same queries. Thread-safe.
 */
public final class QueryArmings {

    private static final QueryArmings PROCESS = new QueryArmings(QueryArming::load);

    /** Loads a tower. */
    @FunctionalInterface
    interface Loader {
        QueryArming load(ArmingSettings settings);
    }

    private static final class Entry {
        private final QueryArming arming;
        private int leases;

        Entry(QueryArming arming) {
            this.arming = arming;
        }
    }

    /** A share in a tower; closing it gives the share back. */
    public final class Lease implements AutoCloseable {
        private final ArmingSettings settings;
        private final QueryArming arming;
        private boolean released;

        private Lease(ArmingSettings settings, QueryArming arming) {
            this.settings = settings;
            this.arming = arming;
        }

        /**
         * Arms a query, or gives the one that was armed for another task.
         *
         * @param sequence of its control record
         * @throws ModelException.NoVector if the model has no vector for its text
         */
        public ArmedQuery arm(QueryRequest request, long sequence) {
            return arming.arm(request, sequence);
        }

        @Override
        public void close() {
            synchronized (QueryArmings.this) {
                if (!released) {
                    released = true;
                    release(settings);
                }
            }
        }
    }

    private final Loader loader;
    private final Map<ArmingSettings, Entry> entries = new HashMap<>();

    QueryArmings(Loader loader) {
        this.loader = loader;
    }

    /** The registry of this process. */
    public static QueryArmings ofProcess() {
        return PROCESS;
    }

    /**
     * Takes a share in a tower, loading it if nobody has; others wait meanwhile.
     *
     * @throws ModelException if the bundle cannot be used, or has no background to calibrate with
     */
    public synchronized Lease acquire(ArmingSettings settings) {
        Entry entry = entries.get(settings);
        if (entry == null) {
            entry = new Entry(loader.load(settings));
            entries.put(settings, entry);
        }
        entry.leases++;
        return new Lease(settings, entry.arming);
    }

    private void release(ArmingSettings settings) {
        Entry entry = entries.get(settings);
        entry.leases--;
        if (entry.leases == 0) {
            entries.remove(settings);
            entry.arming.close();
        }
    }
}
