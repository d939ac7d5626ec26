// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.clip.Vectors;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How far around a moment its stream shows nothing else. For one search. */
final class StillShots {

    /** Within a still shot pictures are this alike, and pictures of different things are not. */
    private static final double SAME = 0.95;

    private static final long AROUND_MS = Duration.ofMinutes(10).toMillis();

    /** Each reads the samples of up to twenty minutes; what is not looked at is taken as moving. */
    private static final int MOST_LOOKED_AT = 50;

    private final TimelineIndex index;
    private final Map<String, Shot> known = new HashMap<>();

    StillShots(TimelineIndex index) {
        this.index = index;
    }

    /** What surrounds a moment, from the last other picture before it to the next one behind it. */
    private static final class Shot {
        private final FoundInterval moment;
        private long afterMs = Long.MIN_VALUE;
        private long beforeMs = Long.MAX_VALUE;

        Shot(FoundInterval moment) {
            this.moment = moment;
        }

        void see(IndexedSample sample) {
            if (Vectors.dot(sample.sample().vector(), moment.vector()) >= SAME) {
                return;
            }
            long ms = sample.sample().time().mediaMs();
            if (ms < moment.peakMs()) {
                afterMs = Math.max(afterMs, ms);
            } else {
                beforeMs = Math.min(beforeMs, ms);
            }
        }
    }

    /** Whether another moment of the same stream lies in the still shot of one. */
    boolean hold(FoundInterval moment, FoundInterval other) throws IOException {
        if (!moment.isOfEpoch(other.stream())
                || Math.abs(moment.peakMs() - other.peakMs()) > AROUND_MS
                || Vectors.dot(moment.vector(), other.vector()) < SAME) {
            return false;
        }
        Shot shot = shot(moment);
        return shot != null && other.peakMs() > shot.afterMs && other.peakMs() < shot.beforeMs;
    }

    private Shot shot(FoundInterval moment) throws IOException {
        String id = moment.peak().sample().id();
        Shot shot = known.get(id);
        if (shot == null && known.size() < MOST_LOOKED_AT) {
            shot = new Shot(moment);
            index.forEach(moment.peak().sample().sample().digest(), around(moment), shot::see);
            known.put(id, shot);
        }
        return shot;
    }

    private static SampleFilter around(FoundInterval moment) {
        return new SampleFilter(
                Set.of(moment.stream().streamId()),
                moment.stream().epoch(),
                null,
                null,
                Math.max(0, moment.peakMs() - AROUND_MS),
                moment.peakMs() + AROUND_MS + 1);
    }
}
