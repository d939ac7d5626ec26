// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.queries;

import dev.sightline.calibration.ModelCalibration;
import dev.sightline.match.ActiveQueries;
import dev.sightline.match.ArmedQuery;
import dev.sightline.match.CloseReason;
import dev.sightline.match.MatchInterval;
import dev.sightline.match.MatchPhase.Phase;
import dev.sightline.match.MatchSample;
import dev.sightline.match.PeakPicture;
import dev.sightline.match.StreamMatcher;
import dev.sightline.match.StreamMemory;
import dev.sightline.match.ToldMatch;
import dev.sightline.video.MediaTime;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimeBase;
import dev.sightline.video.WallSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows queries along timelines with the job's own matcher.
 *
 * @param calibration of the model
 * @param logitScale of the model
 */
record Follower(ModelCalibration calibration, double logitScale) {

    static final Duration INTERVAL = Duration.ofSeconds(1);

    private static final StreamRef STREAM =
            new StreamRef("benchmark", 1, "file:benchmark", SourceKind.FILE, "");

    /**
     * Follows queries from a sample on.
     *
     * @param memory what is known of the stream
     * @param from first sample; with those before it the memory was made
     * @param to behind the last sample
     */
    Followed follow(
            List<ArmedQuery> queries, Timeline timeline, StreamMemory memory, int from, int to)
            throws InterruptedException {
        Map<String, Integer> places = new HashMap<>();
        List<boolean[]> shown = new ArrayList<>();
        for (ArmedQuery query : queries) {
            places.put(query.request().id(), shown.size());
            shown.add(new boolean[to - from]);
        }
        int[] opened = new int[queries.size()];
        StreamMatcher matcher =
                new StreamMatcher(
                        calibration,
                        logitScale,
                        INTERVAL,
                        memory,
                        told -> note(told, places, shown, opened, from));
        observe(matcher, new ActiveQueries(queries), timeline, from, to);
        matcher.end(CloseReason.ENDED);
        return new Followed(shown, opened);
    }

    private static PeakPicture note(
            ToldMatch told,
            Map<String, Integer> places,
            List<boolean[]> shown,
            int[] opened,
            int from) {
        int query = places.get(told.query().request().id());
        if (told.phase().phase() == Phase.OPEN) {
            opened[query]++;
        } else if (told.phase().phase() == Phase.CLOSE) {
            MatchInterval interval = told.phase().interval();
            Arrays.fill(
                    shown.get(query),
                    (int) interval.startK() - from,
                    (int) interval.endK() + 1 - from,
                    true);
        }
        return told.picture();
    }

    /** What a stream that was watched without queries is known by. */
    StreamMemory watched(Timeline timeline, int to) throws InterruptedException {
        StreamMatcher matcher =
                new StreamMatcher(
                        calibration, logitScale, INTERVAL, StreamMemory.NONE, ToldMatch::picture);
        observe(matcher, new ActiveQueries(List.of()), timeline, 0, to);
        return matcher.memory();
    }

    private static void observe(
            StreamMatcher matcher, ActiveQueries queries, Timeline timeline, int from, int to)
            throws InterruptedException {
        for (int k = from; k < to; k++) {
            Timeline.LabelledSample sample = timeline.samples().get(k);
            matcher.observe(
                    new MatchSample(
                            STREAM, k, time(k), sample.vector(), sample.sceneStart(), new byte[0]),
                    queries);
        }
    }

    private static MediaTime time(long k) {
        return new MediaTime(
                k, new TimeBase(1, 1), 1000 * k, null, WallSource.NONE, 0, Instant.EPOCH);
    }
}
