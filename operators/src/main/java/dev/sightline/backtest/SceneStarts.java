// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import dev.sightline.scene.FusedSceneDetector;
import dev.sightline.scene.SceneSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Tells the samples of one epoch to which scene they belong, from the stored scene changes, as far
 * as the job knew it when it compared them: a sample is compared when the one behind it has come,
 * and a change is known with the first sample that lies far enough behind it to be sure.
 */
final class SceneStarts {

    /** How far behind a cut the reader tells of it. */
    private static final long CUT_MS = 500;

    /** How far behind its end the reader tells of a gradual change. */
    private static final long GRADUAL_MS = FusedSceneDetector.DECIDED_MS;

    /** Evidence is the mean of at most as many samples, so where a scene began before is alike. */
    private static final int REMEMBERED = 8;

    private final long intervalMs;
    private final List<StoredChange> changes;
    private final List<StoredChange> interruptions;
    private final List<StoredChange> untold = new ArrayList<>();
    private final Deque<Place> latest = new ArrayDeque<>();
    private int next;
    private long start = -1;

    private record Place(long k, long mediaMs) {}

    /**
     * @param intervalMs distance of samples
     * @param changes of the epoch, in any order
     */
    SceneStarts(long intervalMs, List<StoredChange> changes) {
        this.intervalMs = intervalMs;
        this.changes = new ArrayList<>(changes);
        this.changes.sort(Comparator.comparingLong(SceneStarts::beginMs));
        this.interruptions =
                changes.stream()
                        .filter(change -> change.kind() == StoredChange.Kind.DISCONTINUITY)
                        .toList();
    }

    /** The first moment behind a change; the end of an interruption may be in another epoch. */
    private static long beginMs(StoredChange change) {
        return change.kind() == StoredChange.Kind.DISCONTINUITY
                ? change.startMs() + 1
                : change.endMs();
    }

    /** The first moment whose sample says that there was a change. */
    private long toldMs(StoredChange change) {
        return switch (change.kind()) {
            case CUT -> change.endMs() + CUT_MS;
            case GRADUAL -> change.endMs() + GRADUAL_MS;
            case SEMANTIC -> firstBehindMs(change) + lastingMs() + FusedSceneDetector.DECIDED_MS;
            case DISCONTINUITY -> beginMs(change);
        };
    }

    /** A change of meaning is placed half-way between two samples. */
    private long firstBehindMs(StoredChange change) {
        return change.endMs() + intervalMs / 2;
    }

    /** How long it has to last, in whole intervals. */
    private long lastingMs() {
        long lasting = SceneSettings.DEFAULT.lastingMs();
        return (lasting + intervalMs - 1) / intervalMs * intervalMs;
    }

    /**
     * Whether the stream is interrupted between the sample that was taken last and one behind it,
     * which then begins a scene. To be asked before the last one is taken.
     *
     * @param fromMs time of the sample taken last
     * @param toMs time of the sample behind it
     */
    boolean interrupted(long fromMs, long toMs) {
        return interruptions.stream()
                .anyMatch(change -> change.startMs() >= fromMs && change.startMs() < toMs);
    }

    /**
     * Takes the next sample.
     *
     * @param nextMs time of the sample behind it; {@link Long#MAX_VALUE} where the epoch ends or is
     *     interrupted, as all changes are told of there
     * @return grid point of the first sample of its scene
     */
    long take(long k, long mediaMs, long nextMs) {
        latest.addLast(new Place(k, mediaMs));
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
        start = start < 0 ? k : start;
        while (next < changes.size() && beginMs(changes.get(next)) <= mediaMs) {
            untold.add(changes.get(next++));
        }
        for (Iterator<StoredChange> all = untold.iterator(); all.hasNext(); ) {
            StoredChange change = all.next();
            if (toldMs(change) <= nextMs) {
                start = Math.max(start, first(beginMs(change), k));
                all.remove();
            }
        }
        return start;
    }

    /** The first sample at or behind a time. */
    private long first(long ms, long last) {
        return latest.stream()
                .filter(place -> place.mediaMs >= ms)
                .mapToLong(Place::k)
                .findFirst()
                .orElse(last);
    }
}
