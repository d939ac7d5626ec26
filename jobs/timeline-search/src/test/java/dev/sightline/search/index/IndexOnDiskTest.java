// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.at;
import static dev.sightline.search.index.Generated.camera;
import static dev.sightline.search.index.Generated.cut;
import static dev.sightline.search.index.Generated.sample;
import static dev.sightline.search.index.Generated.status;
import static dev.sightline.search.index.Generated.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexOnDiskTest {

    private static final String MODEL = "sha256:m";
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

    private List<TimelineEvent> samples(String stream, int from, int to) {
        List<TimelineEvent> samples = new ArrayList<>();
        for (int i = from; i < to; i++) {
            samples.add(
                    sample(stream + i, camera(stream, 1), MODEL, at(i * 1_000), unit(random, 16)));
        }
        return samples;
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
            index.write(samples("gate", 0, 500), Map.of(TOPIC, 500L));
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
            index.write(samples("gate", 0, 10), Map.of(TOPIC, 10L));
            disk.full = true;
            assertThatThrownBy(() -> index.write(samples("gate", 10, 20), Map.of(TOPIC, 20L)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("No space left on device");
            assertThat(index.positions()).isEqualTo(Map.of(TOPIC, 10L));
            assertThat(index.stream("gate").orElseThrow().samples()).isEqualTo(10);
            assertThat(index.nearest(MODEL, new float[16], SampleFilter.ALL, 50)).hasSize(10);

            disk.full = false;
            index.write(samples("gate", 10, 20), Map.of(TOPIC, 20L));
            assertThat(index.positions()).isEqualTo(Map.of(TOPIC, 20L));
            assertThat(index.nearest(MODEL, new float[16], SampleFilter.ALL, 50)).hasSize(20);
        }
    }

    @Test
    void whatIsDeletedLeavesDiskAndMemory() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            for (int i = 0; i < 5; i++) {
                index.write(samples("secret-gate", i * 100, i * 100 + 100), Map.of());
                index.write(samples("door", i * 100, i * 100 + 100), Map.of());
            }
            index.write(List.of(status("x", camera("secret-gate", 1), "online", 0)), Map.of());
            assertThat(isOnDisk("secret-gate")).isTrue();

            index.delete(Set.of("secret-gate"));

            assertThat(index.streams()).extracting(StreamSummary::id).containsExactly("door");
            assertThat(index.timeline("secret-gate", 1)).isEmpty();
            assertThat(index.nearest(MODEL, new float[16], SampleFilter.ALL, 2_000)).hasSize(500);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(isOnDisk("secret-gate")).isFalse());
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(index.vectorsInMemory()).isEqualTo(500));
        }
    }

    private boolean isOnDisk(String word) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.exists(file)
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void someSamplesAreOfAllCamerasThatTakeTurns() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            List<TimelineEvent> turns = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                turns.addAll(samples("gate", i, i + 1));
                turns.addAll(samples("door", i, i + 1));
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
    void whatIsTooOldIsDeleted() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            index.write(samples("gate", 0, 100), Map.of());
            index.write(samples("door", 0, 100), Map.of());
            index.write(
                    List.of(
                            sample(
                                    "w",
                                    camera("gate", 1),
                                    MODEL,
                                    Generated.withoutWall(5_000),
                                    unit(random, 16))),
                    Map.of());

            var limit = Generated.START.plusSeconds(40);
            assertThat(index.deleteOlderThan(Map.of(limit, Set.of("gate")))).isEqualTo(41);
            assertThat(index.deleteOlderThan(Map.of(limit, Set.of("gate")))).isZero();
            assertThat(index.stream("gate").orElseThrow().samples()).isEqualTo(60);
            assertThat(index.stream("gate").orElseThrow().first()).isEqualTo(limit);
            assertThat(index.deleteOlderThan(Map.of(limit, Set.of()))).isEqualTo(40);
            assertThat(index.timeline("door", 1).orElseThrow().scenes().get(0).startMs())
                    .isEqualTo(40_000);
        }
    }

    @Test
    void whatIsTooOldLeavesTheDiskOnceADayAndWithWhatIsDeleted() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            expire(index, "first-gate", "door");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(isOnDisk("first-gate")).isFalse());
            expire(index, "second-gate", "yard");
            await().atMost(Duration.ofSeconds(30))
                    .during(Duration.ofMillis(300))
                    .until(() -> isOnDisk("second-gate"));
            index.delete(Set.of("door"));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(isOnDisk("second-gate")).isFalse());
        }
    }

    private void expire(LuceneTimelineIndex index, String old, String kept) throws IOException {
        List<TimelineEvent> both = new ArrayList<>(samples(old, 0, 20));
        both.addAll(samples(kept, 0, 100));
        index.write(both, Map.of());
        assertThat(index.deleteOlderThan(Map.of(Generated.START.plusSeconds(1000), Set.of(old))))
                .isEqualTo(20);
        assertThat(index.stream(old)).isEmpty();
    }

    @Test
    void beyondTheLimitGraphsAreUsed() throws IOException {
        IndexSettings low = SELDOM.withExactLimit(500);
        float[] query = unit(random, 16);
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, low)) {
            for (int i = 0; i < 10; i++) {
                index.write(samples("gate", i * 400, i * 400 + 200), Map.of());
                index.write(samples("door", i * 400 + 200, i * 400 + 400), Map.of());
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
    void aFolderInUseIsRefused() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            assertThatThrownBy(() -> LuceneTimelineIndex.open(folder, SELDOM))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining(folder.toString());
            index.write(samples("gate", 0, 1), Map.of());
        }
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Files.writeString(folder.resolve("holiday.jpg"), "x");
        assertThatThrownBy(() -> LuceneTimelineIndex.open(folder, SELDOM))
                .hasMessageContaining("holds holiday.jpg and no index")
                .hasMessageContaining("name an empty or a new folder");
        assertThatThrownBy(() -> LuceneTimelineIndex.open(folder.resolve("holiday.jpg"), SELDOM))
                .hasMessageContaining("is a file");
    }

    @Test
    void anotherProgramsIndexIsRefused() throws IOException {
        try (Directory other = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(other, new IndexWriterConfig())) {
            writer.commit();
        }
        assertThatThrownBy(() -> LuceneTimelineIndex.open(folder, SELDOM))
                .hasMessageContaining("another program's index");
    }

    @Test
    void aBrokenIndexSaysWhatToDo() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            index.write(samples("gate", 0, 100), Map.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
                Files.write(file, new byte[10]);
            }
        }
        assertThatThrownBy(() -> LuceneTimelineIndex.open(folder, SELDOM))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is broken; delete the folder");
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
