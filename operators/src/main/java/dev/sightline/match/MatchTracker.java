// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.OpeningRule;
import java.util.List;

/**
 * Turns the evidence of one query on one stream into intervals, in media time only.
 *
 * <p>A match opens when the samples of the minimum duration are above the enter threshold on
 * average and each above the exit threshold, and closes when two samples have been below that. It
 * begins where the run of samples above the exit threshold does: two thresholds, as edges are
 * followed in pictures (Canny, A Computational Approach to Edge Detection, PAMI 1986). A scene
 * change closes nothing by itself: it starts the evidence anew, and the match goes on if the new
 * scene shows the query too. Start and end are samples that show the query by their own score; the
 * scene's mean only decides whether there is a match.
 *
 * <p>Stateless: everything it remembers is in {@link MatchState}.
 */
public final class MatchTracker {

    /** How often a match that goes on is told of. */
    private static final long UPDATE_MS = 60_000;

    /** A peak is noticeably better if it rose by this share of the hysteresis. */
    private static final double NOTICEABLE = 0.5;

    private final MatchRules rules;

    public MatchTracker(MatchRules rules) {
        this.rules = rules;
    }

    /**
     * Takes the next sample.
     *
     * @param thresholds in force now
     */
    public MatchStep observe(MatchState state, Observation sample, Thresholds thresholds) {
        return state.matching()
                ? follow(state, sample, thresholds)
                : prepare(state, sample, thresholds);
    }

    /** Ends what is open, and forgets what was about to open: the stream was interrupted. */
    public MatchStep discontinuity(MatchState state) {
        return finish(state, CloseReason.DISCONTINUITY);
    }

    /** Ends what is open, if anything is. */
    public MatchStep finish(MatchState state, CloseReason reason) {
        return state.matching()
                ? close(state, reason)
                : new MatchStep(state.preparing(null), List.of());
    }

    private MatchStep prepare(MatchState state, Observation sample, Thresholds thresholds) {
        if (sample.own() < thresholds.exit()) {
            return new MatchStep(state.preparing(null), List.of());
        }
        MatchCandidate before = state.candidate();
        MatchCandidate candidate =
                before == null || before.interval().endK() != sample.k() - 1
                        ? MatchCandidate.from(sample)
                        : before.extendedTo(sample, rules.openingSamples());
        if (candidate.interval().coveredMs(rules.intervalMs()) < rules.minDurationMs()
                || candidate.strength() < thresholds.enter()
                || sample.time().mediaMs() < state.cooldownUntilMs()) {
            return new MatchStep(state.preparing(candidate), List.of());
        }
        OpenMatch open = OpenMatch.from(candidate.interval());
        MatchPhase phase = new MatchPhase(MatchPhase.Phase.OPEN, 0, open.interval(), null);
        return new MatchStep(state.matching(open), List.of(phase));
    }

    private MatchStep follow(MatchState state, Observation sample, Thresholds thresholds) {
        if (sample.support() < thresholds.exit()) {
            MatchState weaker = state.matching(state.open().weaker());
            return weaker.open().weak() < OpeningRule.CLOSING_SAMPLES
                    ? new MatchStep(weaker, List.of())
                    : close(weaker, CloseReason.ENDED);
        }
        MatchInterval interval =
                sample.own() >= thresholds.exit()
                        ? state.open().interval().extendedTo(sample)
                        : state.open().interval();
        OpenMatch open = state.open().extended(interval);
        long nowMs = sample.time().mediaMs();
        if (!worthTelling(open, nowMs, thresholds)) {
            return new MatchStep(state.matching(open), List.of());
        }
        MatchPhase phase = new MatchPhase(MatchPhase.Phase.UPDATE, open.phases(), interval, null);
        return new MatchStep(state.matching(open.told(nowMs)), List.of(phase));
    }

    private static boolean worthTelling(OpenMatch open, long nowMs, Thresholds thresholds) {
        double rise = open.interval().peak().evidence() - open.toldPeak();
        double hysteresis = thresholds.enter() - thresholds.exit();
        return rise > NOTICEABLE * hysteresis || nowMs - open.toldMs() >= UPDATE_MS;
    }

    private MatchStep close(MatchState state, CloseReason reason) {
        OpenMatch open = state.open();
        MatchPhase phase =
                new MatchPhase(MatchPhase.Phase.CLOSE, open.phases(), open.interval(), reason);
        return new MatchStep(
                state.closed(open.interval().end(), rules.cooldownMs()), List.of(phase));
    }
}
