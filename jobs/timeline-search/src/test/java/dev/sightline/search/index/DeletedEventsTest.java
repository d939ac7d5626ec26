// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.camera;
import static dev.sightline.search.index.Generated.sample;
import static dev.sightline.search.index.Generated.samples;
import static dev.sightline.search.index.Generated.status;
import static dev.sightline.search.index.Generated.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightline.search.timeline.TimelineEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted, or too old, is found no more, and leaves the disk. */
class DeletedEventsTest {

    private static final String MODEL = Generated.MODEL;

    private static final IndexSettings SELDOM =
            IndexSettings.DEFAULT.withCommitEvery(Duration.ofHours(1));

    @TempDir private Path folder;
    private final Random random = new Random(3);

    @Test
    void whatIsDeletedLeavesDiskAndMemory() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            for (int i = 0; i < 5; i++) {
                index.write(samples(random, "secret-gate", i * 100, i * 100 + 100), Map.of());
                index.write(samples(random, "door", i * 100, i * 100 + 100), Map.of());
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
    void whatIsTooOldIsDeleted() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            index.write(samples(random, "gate", 0, 100), Map.of());
            index.write(samples(random, "door", 0, 100), Map.of());
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
        List<TimelineEvent> both = new ArrayList<>(samples(random, old, 0, 20));
        both.addAll(samples(random, kept, 0, 100));
        index.write(both, Map.of());
        assertThat(index.deleteOlderThan(Map.of(Generated.START.plusSeconds(1000), Set.of(old))))
                .isEqualTo(20);
        assertThat(index.stream(old)).isEmpty();
    }
}
