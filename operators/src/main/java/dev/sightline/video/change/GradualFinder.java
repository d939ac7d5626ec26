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

    /** A window is tried anew when it has moved on by such a part of it. */
    private static final double WINDOW_STEPS = 12;

    /** Behind a transition so much must be known to say that no clearer window follows. */
    private static final double AHEAD_SECONDS = 2.4;

    /** Of the frames around a transition, one in so many is looked at. */
    private static final int STRIDE = 10;

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

    /** Takes the next known frame. */
    void add(Frame frame) {
        long before = newest;
        newest = frame.pts();
        if (!recent.isEmpty() && !begins(SPAN_SECONDS, before)) {
            return;
        }
        recent.add(Coarse.of(frame));
        long oldest = frame.pts() - timeBase.ticks(LONGEST_SECONDS + 0.1);
        recent.removeIf(other -> other.pts() < oldest);
        given.removeIf(other -> other.endPts() < oldest);
        for (double seconds : WINDOWS) {
            // Long windows have time: one a few frames later is as good.
            if (begins(seconds / WINDOW_STEPS, before)) {
                tryWindow(frame.pts() - timeBase.ticks(seconds));
            }
        }
    }

    /** Whether the newest frame is the first one in a span of so many seconds. */
    private boolean begins(double seconds, long before) {
        long span = Math.max(1, timeBase.ticks(seconds));
        return Math.floorDiv(newest, span) != Math.floorDiv(before, span);
    }

    private void tryWindow(long start) {
        int first = recent.size() - 1;
        while (first > 0 && recent.get(first).pts() > start) {
            first--;
        }
        if (recent.get(first).pts() > start) {
            return;
        }
        List<Coarse> before = recent.subList(0, first);
        Transition.of(recent.subList(first, recent.size()))
                .filter(this::news)
                .filter(Transition::joinsTwoShots)
                .filter(transition -> !transition.comesBack(some(before)))
                .ifPresent(
                        transition -> {
                            pending.removeIf(transition::overlaps);
                            pending.add(transition);
                        });
    }

    /** Whether it is clearer than all that it overlaps, and none of these was given yet. */
    private boolean news(Transition next) {
        return given.stream().noneMatch(next::overlaps)
                && pending.stream()
                        .noneMatch(
                                it ->
                                        it.overlaps(next)
                                                && CLEARER * it.clarity() >= next.clarity());
    }

    /** The transitions that are certain now, or all if the stream has ended. */
    List<FoundChange> decide(boolean ended) {
        List<FoundChange> found = new ArrayList<>();
        for (Iterator<Transition> all = pending.iterator(); all.hasNext(); ) {
            Transition next = all.next();
            if (!ended && newest - next.endPts() < timeBase.ticks(AHEAD_SECONDS)) {
                continue;
            }
            all.remove();
            if (!next.goesBack(some(after(next.endPts())))) {
                given.add(next);
                found.add(change(next));
            }
        }
        return found;
    }

    private static FoundChange change(Transition transition) {
        return new FoundChange(
                Kind.GRADUAL,
                transition.startPts(),
                transition.endPts(),
                transition.uncertaintyTicks(),
                transition.score());
    }

    private List<Coarse> after(long pts) {
        return recent.stream().filter(frame -> frame.pts() > pts).toList();
    }

    private static List<Coarse> some(List<Coarse> frames) {
        List<Coarse> chosen = new ArrayList<>();
        for (int i = 0; i < frames.size(); i += STRIDE) {
            chosen.add(frames.get(i));
        }
        return chosen;
    }
}
