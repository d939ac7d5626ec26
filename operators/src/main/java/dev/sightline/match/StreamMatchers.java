// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.event.QueryRequest;
import dev.sightline.scene.ScenedRecord;
import dev.sightline.video.Gap;
import dev.sightline.video.Reconnecting;
import dev.sightline.video.StreamEnded;
import dev.sightline.video.StreamFailed;
import dev.sightline.video.TimelineRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The matchers of the streams of one task. Each is made of what is known of its stream when the
 * first record of it comes. Not for several threads.
 */
final class StreamMatchers {

    private final CalibratedModel model;
    private final Duration interval;
    private final MatchListener listener;
    private final Map<String, StreamMatcher> byStream = new HashMap<>();

    /**
     * @param interval distance of samples
     * @param listener hears of matches
     */
    StreamMatchers(CalibratedModel model, Duration interval, MatchListener listener) {
        this.model = model;
        this.interval = interval;
        this.listener = listener;
    }

    /**
     * Takes the next record of a stream.
     *
     * @param known of the stream; null before its first record
     * @return what is known now; null if the stream is over
     */
    StreamMemory take(ScenedRecord scened, StreamMemory known, QueriesInForce queries)
            throws InterruptedException {
        TimelineRecord timelineRecord = scened.timelineRecord();
        String streamId = timelineRecord.stream().streamId();
        StreamMatcher matcher = byStream.get(streamId);
        if (matcher == null) {
            matcher = matcher(known == null ? StreamMemory.NONE : known);
            byStream.put(streamId, matcher);
        }
        matcher.heed(queries.calledWrong());
        take(scened, matcher, queries.active());
        if (timelineRecord instanceof StreamEnded || timelineRecord instanceof StreamFailed) {
            byStream.remove(streamId);
            return null;
        }
        return matcher.memory();
    }

    private static void take(ScenedRecord scened, StreamMatcher matcher, ActiveQueries active)
            throws InterruptedException {
        TimelineRecord timelineRecord = scened.timelineRecord();
        if (timelineRecord instanceof EmbeddedSample sample) {
            matcher.observe(
                    new MatchSample(
                            sample.stream(),
                            sample.k(),
                            sample.time(),
                            sample.vector(),
                            scened.sceneStart(),
                            sample.preview()),
                    active);
        } else if (timelineRecord instanceof Gap gap && gap.discontinuity()) {
            matcher.discontinuity();
        } else if (timelineRecord instanceof Reconnecting) {
            matcher.end(CloseReason.STREAM_LOST);
        }
        if (timelineRecord.last()) {
            matcher.end(
                    timelineRecord instanceof StreamEnded
                            ? CloseReason.ENDED
                            : CloseReason.STREAM_LOST);
        }
    }

    /**
     * Ends what a query has open on a stream that was removed, or changed.
     *
     * @param known of the stream
     * @param request the query as it is now, or null if it was removed
     * @return what is known now; the same where nothing of the query was going on
     */
    StreamMemory replace(String streamId, StreamMemory known, String queryId, QueryRequest request)
            throws InterruptedException {
        if (!known.follows(queryId)) {
            return known;
        }
        StreamMatcher matcher = byStream.get(streamId);
        if (matcher == null) {
            matcher = matcher(known);
        }
        return matcher.replace(queryId, request) ? matcher.memory() : known;
    }

    private StreamMatcher matcher(StreamMemory known) {
        return new StreamMatcher(
                model.calibration(), model.logitScale(), interval, known, listener);
    }
}
