// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.benchmark.process.Memory;
import dev.sightline.event.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;

/**
 * Measures a day while it passes.
 *
 * @param length of the day
 * @param step distance of measurements
 */
record DayRun(Duration length, Duration step) {

    /** What stands still for so long is broken. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long POLL_MS = 5;

    /**
     * Runs a day to its end.
     *
     * @param measured is told of each measurement
     * @throws IOException if the job fails or stands still
     */
    List<Measurement> of(Day day, DayJob job, Consumer<Measurement> measured) throws Exception {
        JobClient client = job.start();
        CompletableFuture<?> result = client.getJobExecutionResult();
        try {
            List<Measurement> all = new ArrayList<>();
            for (Duration at = step; at.compareTo(length) <= 0; at = at.plus(step)) {
                Measurement next = measure(day, at, result);
                all.add(next);
                measured.accept(next);
                day.stops().goOn();
            }
            return all;
        } finally {
            day.stops().cancel();
            if (!result.isDone()) {
                client.cancel().get();
            }
            result.handle((ended, failure) -> ended).get();
        }
    }

    private static Measurement measure(Day day, Duration at, CompletableFuture<?> result)
            throws Exception {
        await("the camera", result, day.stops()::isHere);
        await("the last sample", result, () -> embedded(day) == day.samples());
        // One may have begun before; the one behind that has seen everything.
        long complete = Checkpoints.last() + 2;
        await("a checkpoint", result, () -> Checkpoints.last() >= complete);
        return new Measurement(
                at,
                day.samples(),
                Checkpoints.last(),
                Checkpoints.lastBytes(),
                Memory.heapBytes(),
                Memory.residentBytes(),
                counts(day));
    }

    private static long embedded(Day day) {
        return day.events(Topic.EMBEDDINGS).sum();
    }

    private static Map<Topic, Long> counts(Day day) {
        Map<Topic, Long> counts = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            counts.put(topic, day.events(topic).sum());
        }
        return counts;
    }

    private static void await(String what, CompletableFuture<?> result, BooleanSupplier reached)
            throws IOException, InterruptedException, ExecutionException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (result.isDone()) {
                result.get();
                throw new IOException("the job has ended while it waited for " + what);
            }
            if (System.nanoTime() > end) {
                throw new IOException("stands still: waited in vain for " + what);
            }
            Thread.sleep(POLL_MS);
        }
    }
}
