// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import dev.sightline.video.TimeBase;
import dev.sightline.video.change.FoundChange.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Finds dissolves, fades and wipes of 0.12 to {@value #LONGEST_SECONDS} s.
 *
 * <p>Windows of seven lengths that end at the newest frame are each tried as a transition from
 * their first to their last frame; of overlapping ones the clearest stands.
 */
final class GradualFinder {

    /** Of the frames in one such span the first known one is used. */
    private static final double SPAN_SECONDS = 0.04;

    private static final double LONGEST_SECONDS = 2.7;

    private static final double[] WINDOWS = {0.24, 0.4, 0.6, 0.9, 1.3, 1.9, LONGEST_SECONDS};

    /** Behind a transition so much must be known to say that no clearer window follows. */
    private static final double AHEAD_SECONDS = 2.4;

    /** A longer window must be so much clearer, or the motion behind a transition draws it out. */
    private static final double CLEARER = 1.05;

    private final TimeBase timeBase;
    private final List<Coarse> recent = new ArrayList<>();
    private final List<Transition> pending = new ArrayList<>();
    private final List<Transition> given = new ArrayList<>();
    private long newest = Long.MIN_VALUE;

    GradualFinder(TimeBase timeBase) {
        this.timeBase = timeBase;
    }

    void add(Frame frame) {
        boolean first = recent.isEmpty();
        long span = Math.max(1, timeBase.ticks(SPAN_SECONDS));
        boolean sameSpan =
                !first && Math.floorDiv(frame.pts(), span) == Math.floorDiv(newest, span);
        newest = frame.pts();
        if (sameSpan) {
            return;
        }
        recent.add(Coarse.of(frame));
        long oldest = frame.pts() - timeBase.ticks(LONGEST_SECONDS + 0.1);
        recent.removeIf(other -> other.pts() < oldest);
        given.removeIf(other -> other.endPts() < oldest);
        for (double seconds : WINDOWS) {
            tryWindow(frame.pts() - timeBase.ticks(seconds));
        }
    }

    private void tryWindow(long start) {
        int first = recent.size() - 1;
        while (first > 0 && recent.get(first).pts() > start) {
            first--;
        }
        if (recent.get(first).pts() > start) {
            return;
        }
        Transition transition = Transition.of(recent.subList(first, recent.size()));
        if (transition != null) {
            keep(transition);
        }
    }

    private void keep(Transition next) {
        boolean known = given.stream().anyMatch(next::overlaps);
        if (known
                || pending.stream()
                        .anyMatch(
                                it ->
                                        it.overlaps(next)
                                                && CLEARER * it.clarity() >= next.clarity())) {
            return;
        }
        pending.removeIf(other -> other.overlaps(next));
        pending.add(next);
    }

    List<FoundChange> decide(boolean ended) {
        List<FoundChange> found = new ArrayList<>();
        for (Iterator<Transition> all = pending.iterator(); all.hasNext(); ) {
            Transition transition = all.next();
            if (ended || newest - transition.endPts() >= timeBase.ticks(AHEAD_SECONDS)) {
                found.add(
                        new FoundChange(
                                Kind.GRADUAL,
                                transition.startPts(),
                                transition.endPts(),
                                0,
                                transition.score()));
                given.add(transition);
                all.remove();
            }
        }
        return found;
    }
}
