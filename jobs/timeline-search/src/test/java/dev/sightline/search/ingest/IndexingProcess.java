// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import dev.sightline.search.index.IndexSettings;
import dev.sightline.search.index.LuceneTimelineIndex;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process that indexes until it is killed; prints how many events it has taken. */
final class IndexingProcess {

    private IndexingProcess() {}

    /**
     * @param args the broker's address, and the folder of the index
     */
    public static void main(String[] args) throws Exception {
        IndexSettings settings = IndexSettings.DEFAULT.withCommitEvery(Duration.ofMillis(50));
        try (LuceneTimelineIndex index = LuceneTimelineIndex.open(Path.of(args[1]), settings);
                TopicIngest ingest =
                        TopicIngest.start(
                                Map.of("bootstrap.servers", args[0], "max.poll.records", 100),
                                index,
                                event -> {})) {
            Thread telling = new Thread(() -> tell(ingest));
            telling.setDaemon(true);
            telling.start();
            // Until the parent lets go of it.
            while (System.in.read() >= 0) {}
        }
    }

    /** Prints how many records were taken, over and over. */
    private static void tell(TopicIngest ingest) {
        try {
            while (true) {
                System.out.println(ingest.progress().records());
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
