// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.camera;
import static dev.sightline.search.index.Generated.cut;
import static dev.sightline.search.index.Generated.sample;
import static dev.sightline.search.index.Generated.samples;
import static dev.sightline.search.index.Generated.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexOnDiskTest {

    private static final String MODEL = Generated.MODEL;
    private static final TopicPosition TOPIC = new TopicPosition("video.embeddings.v1", 2);
    private static final IndexSettings SELDOM =
            IndexSettings.DEFAULT.withCommitEvery(Duration.ofHours(1));

    @TempDir private Path folder;
    private final Random random = new Random(3);

    /** A disk that can be full. */
    private static final class Disk extends FilterDirectory {
        private boolean full;

        Disk(Directory directory) {
            super(directory);
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            return super.createOutput(name, context);
        }
    }

    private static List<String> ids(List<ScoredSample> found) {
        return found.stream().map(scored -> scored.sample().id()).toList();
    }

    @Test
    void isTheSameWhenItIsOpenedAgain() throws IOException {
        float[] query = unit(random, 16);
        List<ScoredSample> before;
        List<StreamSummary> streams;
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            assertThat(index.positions()).isEmpty();
            index.write(samples(random, "gate", 0, 500), Map.of(TOPIC, 500L));
            index.write(List.of(cut("c", camera("gate", 1), 3_000)), Map.of(TOPIC, 501L));
            before = index.nearest(MODEL, query, SampleFilter.ALL, 20);
            streams = index.streams();
        }
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            assertThat(index.positions()).isEqualTo(Map.of(TOPIC, 501L));
            assertThat(ids(index.nearest(MODEL, query, SampleFilter.ALL, 20)))
                    .isEqualTo(ids(before));
            assertThat(index.streams()).isEqualTo(streams);
            assertThat(index.models()).isEqualTo(Map.of(MODEL, 16));
        }
    }

    @Test
    void aFullDiskTakesNothingAndLeavesTheIndexUsable() throws IOException {
        Disk disk = new Disk(FSDirectory.open(folder));
        IndexFolder place = new IndexFolder(folder);
        IndexSettings always = IndexSettings.DEFAULT.withCommitEvery(Duration.ZERO);
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(place, disk, always)) {
            index.write(samples(random, "gate", 0, 10), Map.of(TOPIC, 10L));
            disk.full = true;
            assertThatThrownBy(
                            () -> index.write(samples(random, "gate", 10, 20), Map.of(TOPIC, 20L)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("No space left on device");
            assertThat(index.positions()).isEqualTo(Map.of(TOPIC, 10L));
            assertThat(index.stream("gate").orElseThrow().samples()).isEqualTo(10);
            assertThat(index.nearest(MODEL, new float[16], SampleFilter.ALL, 50)).hasSize(10);

            disk.full = false;
            index.write(samples(random, "gate", 10, 20), Map.of(TOPIC, 20L));
            assertThat(index.positions()).isEqualTo(Map.of(TOPIC, 20L));
            assertThat(index.nearest(MODEL, new float[16], SampleFilter.ALL, 50)).hasSize(20);
        }
    }

    @Test
    void someSamplesAreOfAllCamerasThatTakeTurns() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            List<TimelineEvent> turns = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                turns.addAll(samples(random, "gate", i, i + 1));
                turns.addAll(samples(random, "door", i, i + 1));
            }
            index.write(turns, Map.of());
            Set<String> ids = new HashSet<>();
            Set<String> cameras = new HashSet<>();
            long shown =
                    index.forSome(
                            MODEL,
                            SampleFilter.ALL,
                            4,
                            sample -> {
                                ids.add(sample.id());
                                cameras.add(sample.stream().streamId());
                                assertThat(sample.sample().vector()).hasSize(16);
                            });
            assertThat(ids).hasSize((int) shown).hasSizeBetween(60, 140);
            assertThat(cameras).containsExactlyInAnyOrder("gate", "door");
            assertThat(index.forSome(MODEL, SampleFilter.of("door"), 1, sample -> {}))
                    .isEqualTo(200);
            assertThat(index.forSome("sha256:other", SampleFilter.ALL, 1, sample -> {})).isZero();
        }
    }

    @Test
    void beyondTheLimitGraphsAreUsed() throws IOException {
        IndexSettings low = SELDOM.withExactLimit(500);
        float[] query = unit(random, 16);
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, low)) {
            for (int i = 0; i < 10; i++) {
                index.write(samples(random, "gate", i * 400, i * 400 + 200), Map.of());
                index.write(samples(random, "door", i * 400 + 200, i * 400 + 400), Map.of());
            }
            assertThat(index.vectorsInMemory()).isLessThan(2_000);
            List<String> found = ids(index.nearest(MODEL, query, SampleFilter.ALL, 20));
            List<String> ofDoor = ids(index.nearest(MODEL, query, SampleFilter.of("door"), 20));
            assertThat(ofDoor).hasSize(20).allMatch(id -> id.startsWith("door"));
            assertThat(found).hasSize(20);
            index.close();
            try (LuceneTimelineIndex exact = LuceneTimelineIndex.open(folder, SELDOM)) {
                // What is being merged is there twice for a moment.
                await().atMost(Duration.ofSeconds(30))
                        .until(exact::vectorsInMemory, held -> held == 4_000);
                List<String> right = ids(exact.nearest(MODEL, query, SampleFilter.ALL, 20));
                assertThat(right.stream().filter(found::contains).count())
                        .isGreaterThanOrEqualTo(18);
            }
        }
    }

    @Test
    void aClosedIndexTakesNothing() throws IOException {
        LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM);
        index.close();
        index.close();

        assertThatThrownBy(() -> index.write(List.of(), Map.of())).hasMessageContaining("closed");
        assertThatThrownBy(() -> index.sample("a")).hasMessageContaining("closed");
    }
}
