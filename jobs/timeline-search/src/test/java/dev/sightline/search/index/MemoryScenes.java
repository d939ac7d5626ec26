// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.video.StreamRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What lies between changes. For tests. */
final class MemoryScenes {

    private MemoryScenes() {}

    static List<Scene> of(
            StreamRef stream, List<SceneEvent> changes, long endMs, Optional<IndexedSample> shown) {
        List<Scene> scenes = new ArrayList<>();
        Scene open =
                new Scene(
                        stream.streamId() + "#" + stream.epoch(),
                        stream.epoch(),
                        0,
                        endMs,
                        null,
                        1,
                        0,
                        shown.filter(sample -> isBefore(sample, changes))
                                .map(IndexedSample::id)
                                .orElse(null));
        for (SceneEvent change : changes) {
            long startMs = change.end().mediaMs();
            scenes.add(until(open, startMs));
            open =
                    new Scene(
                            change.id(),
                            stream.epoch(),
                            startMs,
                            endMs,
                            change.kind(),
                            change.confidence(),
                            change.uncertaintyMs(),
                            change.picture() == null ? null : change.id());
        }
        scenes.add(open);
        return scenes;
    }

    private static boolean isBefore(IndexedSample sample, List<SceneEvent> changes) {
        long ms = sample.sample().time().mediaMs();
        return changes.stream().allMatch(change -> ms < change.end().mediaMs());
    }

    private static Scene until(Scene scene, long endMs) {
        return new Scene(
                scene.id(),
                scene.epoch(),
                scene.startMs(),
                endMs,
                scene.began(),
                scene.confidence(),
                scene.uncertaintyMs(),
                scene.picture());
    }
}
