// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What an index asks of events. For tests. */
final class MemoryEvents {

    private MemoryEvents() {}

    static List<Instant> walls(List<TimelineEvent> own) {
        return own.stream()
                .map(MemoryEvents::time)
                .filter(Objects::nonNull)
                .map(MediaTime::wall)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    static MediaTime time(TimelineEvent event) {
        if (event instanceof IndexedSample sample) {
            return sample.sample().time();
        } else if (event instanceof SceneEvent change) {
            return change.end();
        } else if (event instanceof MatchEvent match) {
            return match.end();
        }
        return ((StatusEvent) event).time();
    }

    static boolean passes(IndexedSample sample, String digest, SampleFilter filter) {
        MediaTime time = sample.sample().time();
        boolean inStreams =
                filter.streams().isEmpty() || filter.streams().contains(sample.stream().streamId());
        boolean inEpoch = filter.epoch() == null || filter.epoch() == sample.stream().epoch();
        boolean inWall =
                (filter.from() == null
                                || time.wall() != null && !time.wall().isBefore(filter.from()))
                        && (filter.to() == null
                                || time.wall() != null && time.wall().isBefore(filter.to()));
        return sample.sample().digest().equals(digest)
                && inStreams
                && inEpoch
                && inWall
                && time.mediaMs() >= filter.fromMs()
                && time.mediaMs() < filter.toMs();
    }

    static String picture(TimelineEvent event) {
        if (event instanceof IndexedSample sample) {
            return sample.sample().picture();
        } else if (event instanceof SceneEvent change) {
            return change.picture();
        }
        return event instanceof MatchEvent match ? match.picture() : null;
    }

    static boolean isOlder(MediaTime time, Instant limit) {
        return (time.wall() == null ? time.ingested() : time.wall()).isBefore(limit);
    }
}
