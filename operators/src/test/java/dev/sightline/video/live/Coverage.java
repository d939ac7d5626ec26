// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.Gap;
import dev.sightline.video.Sample;
import dev.sightline.video.Shed;
import dev.sightline.video.TimelineRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which time of one stream is covered by samples, gaps and what was shed, as its records say. */
final class Coverage {

    private record Span(Instant from, Instant to) {}

    private final List<Span> spans = new ArrayList<>();
    private final Duration interval;

    Coverage(List<TimelineRecord> records, Duration interval) {
        this.interval = interval;
        records.forEach(this::take);
        spans.sort(Comparator.comparing(Span::from));
    }

    private void take(TimelineRecord next) {
        if (next instanceof Sample sample) {
            spans.add(new Span(sample.time().wall(), sample.time().wall().plus(interval)));
        } else if (next instanceof Gap gap) {
            spans.add(new Span(gap.from().wall(), gap.to().wall()));
        } else if (next instanceof Shed shed) {
            spans.add(new Span(shed.from().wall(), shed.to().wall().plus(interval)));
        }
    }

    /** The longest time within a span that nothing covers. */
    Duration longestHole(Instant from, Instant to) {
        Instant covered = from;
        Duration longest = Duration.ZERO;
        for (Span span : spans) {
            if (span.from().isAfter(covered)) {
                Duration hole = Duration.between(covered, span.from());
                longest = longest.compareTo(hole) < 0 ? hole : longest;
            }
            covered = span.to().isAfter(covered) ? span.to() : covered;
        }
        Duration last = Duration.between(covered, to);
        return longest.compareTo(last) < 0 ? last : longest;
    }
}
