// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import static dev.sightline.search.index.Generated.samples;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that cannot be used are refused with a remedy. */
class IndexFolderTest {

    private static final IndexSettings SELDOM =
            IndexSettings.DEFAULT.withCommitEvery(Duration.ofHours(1));

    @TempDir private Path folder;
    private final Random random = new Random(3);

    @Test
    void aFolderInUseIsRefused() throws IOException {
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(folder, SELDOM)) {
            assertThatThrownBy(() -> LuceneTimelineIndex.open(folder, SELDOM))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by another process")
                    .hasMessageContaining(folder.toString());
            index.write(samples(random, "gate", 0, 1), Map.of());
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
            index.write(samples(random, "gate", 0, 100), Map.of());
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
}
