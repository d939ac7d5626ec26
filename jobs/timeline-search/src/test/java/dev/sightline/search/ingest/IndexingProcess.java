// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A process that indexes until it is killed; prints how many events it has taken. */
final class IndexingProcess {

    private IndexingProcess() {}

    /**
     * @param args the broker's address, and the folder of the index
     */
    public static void main(String[] args) throws Exception {
        IndexSettings settings = IndexSettings.DEFAULT.withCommitEvery(Duration.ofMillis(50));
        AtomicLong taken = new AtomicLong();
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(Path.of(args[1]), settings);
                TopicIngest ingest =
                        TopicIngest.start(
                                Map.of("bootstrap.servers", args[0], "max.poll.records", 100),
                                index,
                                event -> System.out.println(taken.incrementAndGet()))) {
            // Until the parent lets go of it.
            while (System.in.read() >= 0) {}
        }
    }
}
