// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.media;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest things that were looked at, so many at most; safe for use by several threads. */
final class Recent<V> {

    private static final float LOAD = 0.75f;

    private final Map<FileState, V> values;

    Recent(int most) {
        values = Collections.synchronizedMap(new Bounded<>(most));
    }

    private static final class Bounded<V> extends LinkedHashMap<FileState, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Bounded(int most) {
            super(16, LOAD, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<FileState, V> eldest) {
            return size() > most;
        }
    }

    /** What was known of a file in this state, or null. */
    V of(FileState state) {
        return values.get(state);
    }

    void put(FileState state, V value) {
        values.put(state, value);
    }
}
