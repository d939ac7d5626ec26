// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.service;

import dev.sightline.search.index.StreamSummary;
import dev.sightline.search.index.TimelineIndex;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is too old, at the start and every hour. */
final class RetentionJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final TimelineIndex index;
    private final Retention retention;
    private final InstantSource clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    work -> {
                        Thread thread = new Thread(work, "retention");
                        thread.setDaemon(true);
                        return thread;
                    });

    RetentionJob(TimelineIndex index, Retention retention, InstantSource clock) {
        this.index = index;
        this.retention = retention;
        this.clock = clock;
    }

    void start() {
        if (retention.deletes()) {
            timer.scheduleWithFixedDelay(this::tryToDelete, 0, 1, TimeUnit.HOURS);
        }
    }

    private void tryToDelete() {
        try {
            delete();
        } catch (IOException | RuntimeException e) {
            // Thrown, it would be the last time.
            LOG.error("what is too old could not be deleted; it is tried again in an hour", e);
        }
    }

    void delete() throws IOException {
        Map<Duration, Set<String>> streams =
                index.streams().stream()
                        .map(StreamSummary::id)
                        .collect(
                                Collectors.groupingBy(
                                        retention::ageOf, HashMap::new, Collectors.toSet()));
        streams.remove(Duration.ZERO);
        Instant now = clock.instant();
        Map<Instant, Set<String>> limits = new HashMap<>();
        streams.forEach((age, ids) -> limits.put(now.minus(age), ids));
        // At once, as the index counts anew after each deletion.
        long gone = index.deleteOlderThan(limits);
        LOG.info("{} samples and events deleted that are older than {}", gone, streams.keySet());
    }

    /** Waits for a deletion under way: the index must not be closed under it. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
