// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How fast files are read: each against its own beginning, since they are read one after another.
 */
final class Pace {

    private record Seen(long positionMs, long nanos) {}

    private final Map<String, Seen> first = new HashMap<>();

    /**
     * Looks at the files that are being read.
     *
     * @param nanos when, as {@link System#nanoTime()} has it
     */
    void see(List<ProgressReporter.Reading> readings, long nanos) {
        first.keySet()
                .retainAll(
                        readings.stream()
                                .map(ProgressReporter.Reading::streamId)
                                .collect(Collectors.toSet()));
        for (ProgressReporter.Reading reading : readings) {
            first.putIfAbsent(reading.streamId(), new Seen(reading.positionMs(), nanos));
        }
    }

    /**
     * Milliseconds until a file is read to its end; 0 if that cannot be said.
     *
     * @param nanos now, as {@link System#nanoTime()} has it
     */
    long millisLeft(ProgressReporter.Reading reading, long nanos) {
        Seen seen = first.get(reading.streamId());
        if (seen == null || reading.durationMs() == 0) {
            return 0;
        }
        long done = reading.positionMs() - seen.positionMs();
        double millis = (nanos - seen.nanos()) / 1e6;
        long rest = reading.durationMs() - reading.positionMs();
        return done <= 0 || rest <= 0 ? 0 : Math.round(millis * rest / done);
    }
}
