// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.search;

import dev.sightline.benchmark.process.Memory;
import dev.sightline.benchmark.process.TemporaryFolder;
import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.index.TimelineIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The index of the timeline search, written and opened again, with what that took. */
final class IndexScan implements Scan {

    private static final double NANOS_PER_MS = 1e6;

    private final String name;
    private final TimelineIndex index;
    private final Workload workload;
    private final Upkeep upkeep;

    /**
     * What an index takes beside its searches.
     *
     * @param written how long writing and closing took
     * @param opened how long opening took
     * @param heapBytes of the heap that it holds
     * @param diskBytes of its folder
     */
    record Upkeep(Duration written, Duration opened, long heapBytes, long diskBytes) {}

    private IndexScan(String name, TimelineIndex index, Workload workload, Upkeep upkeep) {
        this.name = name;
        this.index = index;
        this.workload = workload;
        this.upkeep = upkeep;
    }

    /**
     * Writes the vectors into an index, closes it and opens it.
     *
     * @param name for the table
     * @param folder of its own
     * @param progress gets the number of vectors that are written
     */
    static IndexScan open(
            String name,
            Path folder,
            IndexSettings settings,
            Workload workload,
            IntConsumer progress)
            throws IOException {
        Duration written = write(folder, settings, workload, progress);
        long heap = Memory.heapBytes();
        long begin = System.nanoTime();
        TimelineIndex index = LuceneTimelineIndex.open(folder, settings);
        Duration opened = Duration.ofNanos(System.nanoTime() - begin);
        long held = Memory.heapBytes() - heap;
        Upkeep upkeep = new Upkeep(written, opened, held, TemporaryFolder.bytes(folder));
        return new IndexScan(name, index, workload, upkeep);
    }

    private static Duration write(
            Path folder, IndexSettings settings, Workload workload, IntConsumer progress)
            throws IOException {
        long begin = System.nanoTime();
        try (TimelineIndex index = LuceneTimelineIndex.open(folder, settings)) {
            workload.vectors()
                    .forEach(
                            (first, block) -> {
                                index.write(workload.samples().samples(first, block), Map.of());
                                progress.accept(first + block.length);
                            });
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public String name() {
        return name;
    }

    Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public Answer[] ask(int first, int count) throws IOException {
        Answer[] answers = new Answer[count];
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            List<ScoredSample> nearest =
                    index.nearest(
                            IndexedVectors.DIGEST,
                            workload.questions()[first + i],
                            SampleFilter.ALL,
                            workload.top());
            double milliseconds = (System.nanoTime() - begin) / NANOS_PER_MS;
            int[] rows = new int[nearest.size()];
            Arrays.setAll(rows, j -> workload.samples().row(nearest.get(j).sample()));
            answers[i] = new Answer(milliseconds, rows);
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
