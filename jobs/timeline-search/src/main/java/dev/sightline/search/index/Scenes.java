// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredChange;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.SceneEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes scenes of an epoch's changes. */
final class Scenes {

    private final List<Scene> scenes = new ArrayList<>();
    private final long endMs;
    private Scene open;

    private Scenes(Scene first, long endMs) {
        this.open = first;
        this.endMs = endMs;
    }

    /**
     * @param epoch what there is of it
     * @param changes in the order of time
     * @return without holes from the first sample, or a change before it, to the end; empty if that
     *     is no time at all
     */
    static List<Scene> of(EpochCounts epoch, List<SceneEvent> changes) {
        long startMs = epoch.firstSampleMs() == Long.MAX_VALUE ? 0 : epoch.firstSampleMs();
        long first =
                changes.isEmpty() ? startMs : Math.min(startMs, changes.get(0).start().mediaMs());
        Scene open =
                new Scene(
                        Epochs.name(epoch.stream()),
                        epoch.stream().epoch(),
                        first,
                        epoch.endMs(),
                        null,
                        1,
                        0,
                        picture(epoch.firstPicture(), changes));
        Scenes scenes = new Scenes(open, epoch.endMs());
        changes.stream().sorted(Comparator.comparingLong(Scenes::begin)).forEach(scenes::take);
        scenes.endAt(epoch.endMs());
        return scenes.scenes;
    }

    /** No event tells of the first scene, so one of its samples shows it. */
    private static String picture(EpochCounts.PictureSample sample, List<SceneEvent> changes) {
        return sample != null
                        && changes.stream().allMatch(change -> sample.mediaMs() < begin(change))
                ? sample.id()
                : null;
    }

    /** What follows an interruption may have the times of another epoch. */
    private static long begin(SceneEvent change) {
        long start = change.start().mediaMs();
        return change.kind() == StoredChange.Kind.DISCONTINUITY
                ? Math.max(start, change.end().mediaMs())
                : change.end().mediaMs();
    }

    private void take(SceneEvent change) {
        long begin = begin(change);
        if (begin >= endMs) {
            return;
        }
        Scene next =
                new Scene(
                        change.id(),
                        open.epoch(),
                        begin,
                        endMs,
                        change.kind(),
                        change.confidence(),
                        change.uncertaintyMs(),
                        change.picture() == null ? null : change.id());
        boolean isSurer = open.began() == null || next.confidence() > open.confidence();
        if (begin > open.startMs()) {
            endAt(begin);
            open = next;
        } else if (isSurer) {
            // Two tell of one moment.
            open = next;
        }
    }

    private void endAt(long ms) {
        if (ms > open.startMs()) {
            scenes.add(
                    new Scene(
                            open.id(),
                            open.epoch(),
                            open.startMs(),
                            ms,
                            open.began(),
                            open.confidence(),
                            open.uncertaintyMs(),
                            open.picture()));
        }
    }
}
