// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.at;
import static dev.sightline.search.index.Generated.camera;
import static dev.sightline.search.index.Generated.sample;

import dev.sightline.search.timeline.Timeline;
import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that write what happens at a gate into an index of their own. */
abstract class GateIndexTest {

    static final float[] VECTOR = {1, 0};

    @TempDir Path folder;
    LuceneTimelineIndex index;

    @BeforeEach
    void open() throws IOException {
        index =
                LuceneTimelineIndex.open(
                        folder, IndexSettings.DEFAULT.withCommitEvery(Duration.ofHours(1)));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    void write(TimelineEvent... events) throws IOException {
        index.write(Arrays.asList(events), Map.of());
    }

    Timeline timeline(long epoch) throws IOException {
        return index.timeline("gate", epoch).orElseThrow();
    }

    static TimelineEvent sampleAt(long ms) {
        return sample("s" + ms, camera("gate", 1), Generated.MODEL, at(ms), VECTOR);
    }
}
