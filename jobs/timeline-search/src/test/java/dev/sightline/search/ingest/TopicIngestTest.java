// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.index.TopicPosition;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What needs no broker. */
class TopicIngestTest {

    /** An index that runs out of something each time it is asked. */
    private static final class Exhausted extends MemoryIndex {

        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public synchronized Map<TopicPosition, Long> positions() {
            asked.incrementAndGet();
            throw new StackOverflowError("deep");
        }
    }

    @Test
    void goesOnAfterAnErrorAndTellsOfIt() {
        Exhausted index = new Exhausted();
        Map<String, Object> client = Map.of("bootstrap.servers", "127.0.0.1:1");
        try (TopicIngest ingest = TopicIngest.start(client, index, event -> {})) {
            await().atMost(Duration.ofSeconds(20)).until(() -> index.asked.get() >= 2);
            assertThat(ingest.progress().indexProblem()).contains("deep");
            assertThat(ingest.progress().problem()).isNull();
        }
    }
}
