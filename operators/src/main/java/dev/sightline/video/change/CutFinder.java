// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import dev.sightline.video.TimeBase;
import dev.sightline.video.change.FoundChange.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the steps that are cuts, in a window of {@value #BEHIND_SECONDS} s before and {@value
 * #AHEAD_SECONDS} s after each.
 */
final class CutFinder {

    private static final double AHEAD_SECONDS = 0.45;
    private static final double BEHIND_SECONDS = 0.45;

    /** Bounds the window in streams of more frames a second than any camera makes. */
    private static final int MOST_STEPS = 120;

    private final TimeBase timeBase;
    private final List<Step> steps = new ArrayList<>();
    private int undecided;

    CutFinder(TimeBase timeBase) {
        this.timeBase = timeBase;
    }

    /** Takes the next step. */
    void add(Step step) {
        steps.add(step);
    }

    /** The cuts that are certain now, or all if the stream has ended. */
    List<FoundChange> decide(boolean ended) {
        List<FoundChange> found = new ArrayList<>();
        while (undecided < steps.size() && (ended || decidable())) {
            Step step = steps.get(undecided);
            if (step.difference() >= ChangeFinder.CLOSER_LOOK) {
                judge(step, found);
            }
            undecided++;
        }
        forget();
        return found;
    }

    private boolean decidable() {
        long ahead = steps.get(steps.size() - 1).pts() - steps.get(undecided).pts();
        return ahead >= timeBase.ticks(AHEAD_SECONDS) || steps.size() - undecided > MOST_STEPS / 2;
    }

    private void judge(Step step, List<FoundChange> found) {
        CutEvidence evidence = CutEvidence.of(steps, undecided, timeBase);
        if (evidence.sudden()) {
            long pts = step.pts();
            Kind kind = evidence.lasting() ? Kind.CUT : Kind.FLASH;
            found.add(new FoundChange(kind, pts, pts, step.holeTicks(), evidence.score()));
        }
    }

    private void forget() {
        if (undecided == 0) {
            return;
        }
        long oldest = steps.get(undecided - 1).pts() - timeBase.ticks(BEHIND_SECONDS);
        int count = 0;
        while (count < undecided - 1
                && (steps.get(count).pts() < oldest || steps.size() - count > MOST_STEPS)) {
            count++;
        }
        steps.subList(0, count).clear();
        undecided -= count;
    }
}
