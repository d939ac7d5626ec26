// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.match.MatchPhase.Phase;
import java.util.ArrayList;
import java.util.List;

/** Joins the matches of a sequence's steps. */
final class SequenceFollower {

    private final ArmedQuery query;
    private final MatchListener listener;

    SequenceFollower(ArmedQuery query, MatchListener listener) {
        this.query = query;
        this.listener = listener;
    }

    /**
     * Takes what the steps found in one sample.
     *
     * @param now with the tracks behind the sample and the links before it
     * @param phases of each step
     * @param nowMs media time
     */
    QueryProgress follow(QueryProgress now, List<List<MatchPhase>> phases, long nowMs)
            throws InterruptedException {
        List<Track> tracks = new ArrayList<>(now.tracks());
        int last = tracks.size() - 1;
        boolean openBefore = now.links().get(last) != null;
        List<SequenceLink> links = new ArrayList<>(now.links());
        for (int step = 0; step <= last; step++) {
            boolean opens = phases.get(step).stream().anyMatch(p -> p.phase() == Phase.OPEN);
            links.set(step, link(now, links, step, opens, nowMs));
        }
        long quiet = now.quietUntilMs();
        for (MatchPhase phase : phases.get(last)) {
            boolean opens = phase.phase() == Phase.OPEN;
            SequenceLink whole = openBefore ? now.links().get(last) : links.get(last);
            if (whole == null || opens && nowMs < quiet) {
                links.set(last, null);
                continue;
            }
            PeakPicture kept = tell(now, tracks.get(last), phase, whole);
            tracks.set(last, new Track(tracks.get(last).state(), kept));
            if (phase.phase() == Phase.CLOSE) {
                links.set(last, null);
                quiet = phase.interval().end().mediaMs() + query.request().cooldownMs();
            }
        }
        tracks.replaceAll(Track::kept);
        return new QueryProgress(now.stream(), query, tracks, links, quiet);
    }

    /** The link of a step behind the sample, or null. */
    private SequenceLink link(
            QueryProgress now, List<SequenceLink> links, int step, boolean opens, long nowMs) {
        SequenceLink before = links.get(step);
        MatchState state = now.tracks().get(step).state();
        boolean last = step == links.size() - 1;
        if (!state.matching()) {
            boolean useless =
                    before == null
                            || last
                            || before.expired(nowMs, query.steps().get(step + 1).withinMs());
            return useless ? null : before;
        }
        MatchInterval interval = state.open().interval();
        if (step == 0) {
            return new SequenceLink(interval, interval);
        }
        if (!opens) {
            boolean same = before != null && before.step().startK() == interval.startK();
            return same ? new SequenceLink(before.first(), interval) : before;
        }
        SequenceLink earlier = links.get(step - 1);
        boolean follows =
                earlier != null && earlier.leadsTo(interval, query.steps().get(step).withinMs());
        return follows ? new SequenceLink(earlier.first(), interval) : before;
    }

    private PeakPicture tell(QueryProgress now, Track last, MatchPhase phase, SequenceLink whole)
            throws InterruptedException {
        MatchPhase joined =
                new MatchPhase(
                        phase.phase(),
                        phase.number(),
                        phase.interval().begunWith(whole.first()),
                        phase.closeReason());
        return listener.tell(new ToldMatch(now.stream(), query, null, joined, last.picture()));
    }
}
