// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Follows one query on one stream: each step or label by a {@link MatchTracker} of its own.
 *
 * <p>A sequence opens when its last step does and the steps before were shown in their order, each
 * within its time: from the last sample that shows a step to the first that shows the next, which
 * has to begin later. While it waits, a newer match of a step takes the place of an older one. One
 * showing of the first step leads to one match, or a single van would raise an alarm for each
 * person that passes. The minimum duration holds for each step, the cooldown for the whole.
 */
final class QueryFollower {

    private final ArmedQuery query;
    private final MatchTracker tracker;
    private final MatchListener listener;

    /**
     * @param intervalMs distance of samples
     * @param listener hears of matches
     */
    QueryFollower(ArmedQuery query, long intervalMs, MatchListener listener) {
        this.query = query;
        long cooldown = query.steps().size() == 1 ? query.request().cooldownMs() : 0;
        this.tracker =
                new MatchTracker(
                        new MatchRules(query.request().minDurationMs(), cooldown, intervalMs));
        this.listener = listener;
    }

    /**
     * Takes a sample.
     *
     * @param samples what each track makes of it
     * @param preview the sample's picture
     */
    QueryProgress observe(
            QueryProgress before, List<Observation> samples, Thresholds thresholds, byte[] preview)
            throws InterruptedException {
        List<Track> tracks = new ArrayList<>();
        List<List<MatchPhase>> phases = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Track track = before.tracks().get(i);
            MatchStep step = tracker.observe(track.state(), samples.get(i), thresholds);
            PeakPicture picture = track.picture().after(step.state(), samples.get(i), preview);
            tracks.add(new Track(step.state(), picture));
            phases.add(step.phases());
        }
        return told(before, tracks, phases, samples.get(0).time().mediaMs());
    }

    /** Ends all that is open, for a reason; nothing is left to remember but the cooldown. */
    QueryProgress finish(QueryProgress before, CloseReason reason) throws InterruptedException {
        return finish(before, state -> tracker.finish(state, reason));
    }

    /** The same where the stream goes on behind a break. */
    QueryProgress discontinuity(QueryProgress before) throws InterruptedException {
        return finish(before, tracker::discontinuity);
    }

    private QueryProgress finish(QueryProgress before, Function<MatchState, MatchStep> end)
            throws InterruptedException {
        List<Track> tracks = new ArrayList<>();
        List<List<MatchPhase>> phases = new ArrayList<>();
        for (Track track : before.tracks()) {
            MatchStep step = end.apply(track.state());
            tracks.add(new Track(step.state(), track.picture()));
            phases.add(step.phases());
        }
        QueryProgress ended = told(before, tracks, phases, 0);
        return new QueryProgress(
                ended.stream(),
                query,
                ended.tracks(),
                QueryProgress.initial(ended.stream(), query).links(),
                ended.followedK(),
                ended.quietUntilMs());
    }

    private QueryProgress told(
            QueryProgress before, List<Track> tracks, List<List<MatchPhase>> phases, long nowMs)
            throws InterruptedException {
        if (query.steps().size() > 1) {
            return new SequenceFollower(query, before, tracks, listener).follow(phases, nowMs);
        }
        for (int i = 0; i < tracks.size(); i++) {
            String label = query.labels().isEmpty() ? null : query.request().labels().get(i);
            for (MatchPhase phase : phases.get(i)) {
                Track track = tracks.get(i);
                PeakPicture kept =
                        listener.tell(
                                new ToldMatch(
                                        before.stream(), query, label, phase, track.picture()));
                tracks.set(i, new Track(track.state(), kept));
            }
        }
        tracks.replaceAll(Track::kept);
        return new QueryProgress(
                before.stream(),
                query,
                tracks,
                before.links(),
                before.followedK(),
                before.quietUntilMs());
    }
}
