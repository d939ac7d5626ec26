// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.source;

import dev.sightline.video.decode.SampleReader;
import java.util.HashSet;
import java.util.Set;

/**
 * What the reading threads of one source reader have open, so that the task can end their reads.
 * Flink itself cannot: it wakes a thread up in the same way to hand it a split and to close it, and
 * a read that was broken cannot go on.
 */
final class OpenReaders {

    private final Set<SampleReader> open = new HashSet<>();
    private boolean cancelled;

    /** Notes a reader before its first read. */
    synchronized void add(SampleReader reader) {
        open.add(reader);
        if (cancelled) {
            reader.cancel();
        }
    }

    /** Forgets a reader, before it is closed. */
    synchronized void remove(SampleReader reader) {
        open.remove(reader);
    }

    /** Makes the reads in progress, and all later ones, fail soon; from any thread. */
    synchronized void cancel() {
        cancelled = true;
        open.forEach(SampleReader::cancel);
    }

    /** Whether what readers say is of no use any more: that of a broken read is not so. */
    synchronized boolean cancelled() {
        return cancelled;
    }
}
