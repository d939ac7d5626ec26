// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.day;

import dev.sightline.event.Topic;
import java.util.Locale;

/** The measurements for people, a line each. */
final class DayTable {

    private DayTable() {}

    static String header() {
        return String.format(
                "%-7s %8s %12s %9s %8s %9s %7s %8s %7s",
                "at",
                "samples",
                "checkpoints",
                "state KB",
                "heap MB",
                "resid. MB",
                "scenes",
                "matches",
                "status");
    }

    static String line(Measurement measured) {
        return String.format(
                Locale.ROOT,
                "%3d:%02d  %8d %12d %9.1f %8.1f %9.1f %7d %8d %7d",
                measured.at().toHours(),
                measured.at().toMinutesPart(),
                measured.samples(),
                measured.checkpoints(),
                measured.stateBytes() / 1e3,
                measured.heapBytes() / 1e6,
                measured.residentBytes() / 1e6,
                measured.events().get(Topic.SCENE_CHANGES),
                measured.events().get(Topic.QUERY_MATCHES),
                measured.events().get(Topic.STREAM_STATUS));
    }
}
