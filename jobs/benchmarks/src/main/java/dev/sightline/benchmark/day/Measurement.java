// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.event.Topic;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was measured while the simulation stood still.
 *
 * @param at simulated time
 * @param samples samples so far, all of which have passed all stages
 * @param checkpoints checkpoints so far
 * @param stateBytes state in the last checkpoint
 * @param heapBytes heap in use after a collection
 * @param residentBytes resident memory of the process; 0 where that is unknown
 * @param events events so far, by topic
 */
record Measurement(
        Duration at,
        long samples,
        long checkpoints,
        long stateBytes,
        long heapBytes,
        long residentBytes,
        Map<Topic, Long> events) {

    Measurement {
        events = new EnumMap<>(events);
    }
}
