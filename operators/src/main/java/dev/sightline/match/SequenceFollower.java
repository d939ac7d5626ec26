// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.match.MatchPhase.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Joins what the steps of a sequence found in one sample with what is known of it. */
final class SequenceFollower {

    private final ArmedQuery query;
    private final QueryProgress before;
    private final List<Track> tracks;
    private final MatchListener listener;
    private final List<SequenceLink> links;
    private final int last;
    private long followedK;
    private long quietUntilMs;

    /**
     * @param before how far it was before the sample
     * @param tracks of the steps behind the sample; changed
     */
    SequenceFollower(
            ArmedQuery query, QueryProgress before, List<Track> tracks, MatchListener listener) {
        this.query = query;
        this.before = before;
        this.tracks = tracks;
        this.listener = listener;
        this.links = new ArrayList<>(before.links());
        this.last = links.size() - 1;
        this.followedK = before.followedK();
        this.quietUntilMs = before.quietUntilMs();
    }

    /**
     * Goes on.
     *
     * @param phases of each step
     * @param nowMs media time
     */
    QueryProgress follow(List<List<MatchPhase>> phases, long nowMs) throws InterruptedException {
        SequenceLink open = links.get(last);
        // From the last: where a step is shown anew together with the next, it was shown before.
        for (int step = last; step >= 0; step--) {
            boolean opens = phases.get(step).stream().anyMatch(p -> p.phase() == Phase.OPEN);
            links.set(step, link(step, opens, nowMs));
        }
        for (MatchPhase phase : phases.get(last)) {
            tell(phase, open == null ? links.get(last) : open, nowMs);
        }
        tracks.replaceAll(Track::kept);
        return new QueryProgress(before.stream(), query, tracks, links, followedK, quietUntilMs);
    }

    /** How a step was reached, as of this sample; null if it was not, or leads nowhere now. */
    private SequenceLink link(int step, boolean opens, long nowMs) {
        SequenceLink known = links.get(step);
        MatchState state = tracks.get(step).state();
        if (!state.matching()) {
            return known == null || leadsNowhere(step, known, nowMs) ? null : known;
        }
        MatchInterval interval = state.open().interval();
        if (step == 0) {
            return interval.startK() == followedK ? null : new SequenceLink(interval, interval);
        }
        if (!opens) {
            boolean same = known != null && known.step().startK() == interval.startK();
            return same ? new SequenceLink(known.first(), interval) : known;
        }
        SequenceLink earlier = links.get(step - 1);
        long withinMs = query.steps().get(step).withinMs();
        return earlier != null && earlier.leadsTo(interval, withinMs)
                ? new SequenceLink(earlier.first(), interval)
                : known;
    }

    /** A step that has begun in time may open later. */
    private boolean leadsNowhere(int step, SequenceLink known, long nowMs) {
        return step == last
                || known.expired(nowMs, query.steps().get(step + 1).withinMs())
                        && tracks.get(step + 1).state().interval() == null;
    }

    private void tell(MatchPhase phase, SequenceLink whole, long nowMs)
            throws InterruptedException {
        boolean opens = phase.phase() == Phase.OPEN;
        if (whole == null || opens && nowMs < quietUntilMs) {
            links.set(last, null);
            return;
        }
        if (opens) {
            followedK = whole.first().startK();
            Collections.fill(links.subList(0, last), null);
        }
        Track track = tracks.get(last);
        MatchInterval interval = phase.interval().begunWith(whole.first());
        MatchPhase joined =
                new MatchPhase(phase.phase(), phase.number(), interval, phase.closeReason());
        PeakPicture kept =
                listener.tell(new ToldMatch(before.stream(), query, null, joined, track.picture()));
        tracks.set(last, new Track(track.state(), kept));
        if (phase.phase() == Phase.CLOSE) {
            links.set(last, null);
            quietUntilMs = interval.end().mediaMs() + query.request().cooldownMs();
        }
    }
}
