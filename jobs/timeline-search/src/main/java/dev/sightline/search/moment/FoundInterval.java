// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.backtest.StoredSample;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.Scene;
import dev.sightline.video.StreamRef;

/**
 * Neighbouring samples of a scene that belong together.
 *
 * @param first the earliest
 * @param peak the nearest to what is looked for
 * @param last the latest
 * @param scene that they lie in, or null
 * @param similar how many others look like it
 */
record FoundInterval(
        ScoredSample first, ScoredSample peak, ScoredSample last, Scene scene, int similar) {

    StreamRef stream() {
        return peak.sample().stream();
    }

    float[] vector() {
        return sample(peak).vector();
    }

    long peakMs() {
        return sample(peak).time().mediaMs();
    }

    FoundInterval withSimilar(int others) {
        return new FoundInterval(first, peak, last, scene, others);
    }

    /** Whether a sample lies in it. */
    boolean holds(IndexedSample other) {
        return isOfEpoch(other.stream())
                && other.sample().k() >= sample(first).k()
                && other.sample().k() <= sample(last).k();
    }

    /** Whether it is of the same timeline. */
    boolean isOfEpoch(StreamRef other) {
        return stream().streamId().equals(other.streamId()) && stream().epoch() == other.epoch();
    }

    Moment moment(double score) {
        StoredSample best = sample(peak);
        return new Moment(
                peak.sample().id(),
                best.stream(),
                sample(first).time(),
                best.time(),
                sample(last).time(),
                score,
                peak.cosine(),
                scene,
                similar,
                best.picture() == null ? null : peak.sample().id());
    }

    private static StoredSample sample(ScoredSample scored) {
        return scored.sample().sample();
    }
}
