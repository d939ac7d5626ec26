// SPDX-License-Identifier: Apache-2.0
package dev.sightline.picture;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a sweep now and then, in a thread of its own, while its task lives. */
final class SweepSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);

    private static final long SHORTEST_SECONDS = 60;
    private static final long LONGEST_SECONDS = 3600;

    /** A picture may live so much longer than its retention. */
    private static final long PART_OF_RETENTION = 24;

    /** Folders in one go: object stores charge for each. */
    private static final int MOST_FOLDERS = 10_000;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(BackgroundThreads.named("picture-sweep"));
    private final PictureSweep sweep;
    private final Counter deleted;

    private SweepSchedule(PictureSweep sweep, Counter deleted) {
        this.sweep = sweep;
        this.deleted = deleted;
    }

    static SweepSchedule start(PictureSweep sweep, Duration retention, Counter deleted) {
        SweepSchedule schedule = new SweepSchedule(sweep, deleted);
        long period = periodSeconds(retention);
        schedule.thread.scheduleWithFixedDelay(
                schedule::run, Math.min(period, SHORTEST_SECONDS), period, TimeUnit.SECONDS);
        return schedule;
    }

    static long periodSeconds(Duration retention) {
        long wanted = retention.toSeconds() / PART_OF_RETENTION;
        return Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, wanted));
    }

    private void run() {
        try {
            deleted.inc(sweep.run(MOST_FOLDERS));
        } catch (IOException | RuntimeException e) {
            LOG.warn("old pictures cannot be deleted; trying again later", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
