// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.scene.FusedSceneDetector;
import dev.sightline.scene.SceneSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Tells the samples of one epoch to which scene they belong, from the stored scene changes, as the
 * job knew it when it compared them. Cuts and gradual changes are known with the first sample
 * behind them. That a scene has become another one is known when it has lasted, and has no effect
 * on the samples before.
 */
final class SceneStarts {

    /** How long behind a semantic change the job's detector tells of it. */
    private static final long LASTED_MS =
            SceneSettings.DEFAULT.lastingMs() + FusedSceneDetector.DECIDED_MS;

    /** Evidence is the mean of at most as many samples, so where a scene began before is alike. */
    private static final int REMEMBERED = 8;

    private final long intervalMs;
    private final List<StoredChange> changes;
    private final Deque<Place> latest = new ArrayDeque<>();
    private int next;
    private long start = -1;
    private boolean interrupted;

    private record Place(long k, long mediaMs) {}

    /**
     * @param intervalMs distance of samples
     * @param changes of the epoch, in any order
     */
    SceneStarts(long intervalMs, List<StoredChange> changes) {
        this.intervalMs = intervalMs;
        this.changes = new ArrayList<>(changes);
        this.changes.sort(Comparator.comparingLong(this::knownMs));
    }

    /** The first moment at which a sample's scene takes a change into account. */
    private long knownMs(StoredChange change) {
        return switch (change.kind()) {
            case CUT, GRADUAL -> change.endMs();
            // A sample is compared when the one behind it has come.
            case SEMANTIC -> change.endMs() + LASTED_MS - intervalMs / 2;
            case DISCONTINUITY -> change.startMs() + 1;
        };
    }

    /**
     * Takes the next sample.
     *
     * @return grid point of the first sample of its scene
     */
    long observe(long k, long mediaMs) {
        latest.addLast(new Place(k, mediaMs));
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        interrupted = false;
        start = start < 0 ? k : start;
        while (next < changes.size() && knownMs(changes.get(next)) <= mediaMs) {
            take(changes.get(next++), k);
        }
        return start;
    }

    private void take(StoredChange change, long k) {
        if (change.kind() == StoredChange.Kind.DISCONTINUITY) {
            interrupted = true;
            start = k;
            return;
        }
        for (Place place : latest) {
            if (place.mediaMs >= change.endMs()) {
                start = Math.max(start, place.k);
                return;
            }
        }
    }

    /** Whether the stream was interrupted before the sample that was taken last. */
    boolean interrupted() {
        return interrupted;
    }
}
