// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.backtest.StoredChange;
import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.SceneEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The scene changes of streams, as a back-test takes them. */
final class StoredScenes {

    private StoredScenes() {}

    static List<StoredChange> of(TimelineIndex index, Set<String> streams) throws IOException {
        List<StoredChange> changes = new ArrayList<>();
        for (String id : streams) {
            Optional<StreamSummary> stream = index.stream(id);
            for (long epoch : stream.map(StreamSummary::epochs).orElse(List.of())) {
                index.timeline(id, epoch).stream()
                        .flatMap(timeline -> timeline.changes().stream())
                        .map(StoredScenes::stored)
                        .forEach(changes::add);
            }
        }
        return changes;
    }

    private static StoredChange stored(SceneEvent change) {
        return new StoredChange(
                change.stream().streamId(),
                change.stream().epoch(),
                change.kind(),
                change.start().mediaMs(),
                change.end().mediaMs());
    }
}
