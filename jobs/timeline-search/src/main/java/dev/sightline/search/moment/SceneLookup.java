// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Scene;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scenes of samples; a timeline is read once for all of its samples. For one search. */
final class SceneLookup {

    private final TimelineIndex index;
    private final Map<Key, List<Scene>> known = new HashMap<>();

    private record Key(String streamId, long epoch) {}

    SceneLookup(TimelineIndex index) {
        this.index = index;
    }

    /** The scene that a sample lies in, or null if none is known. */
    Scene of(IndexedSample sample) throws IOException {
        StreamRef stream = sample.stream();
        Key key = new Key(stream.streamId(), stream.epoch());
        List<Scene> scenes = known.get(key);
        if (scenes == null) {
            scenes = index.scenes(key.streamId, key.epoch);
            known.put(key, scenes);
        }
        return latest(scenes, sample.sample().time().mediaMs());
    }

    private static Scene latest(List<Scene> scenes, long ms) {
        int from = 0;
        int to = scenes.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (scenes.get(middle).startMs() <= ms) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from == 0 ? null : scenes.get(from - 1);
    }
}
