// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.change;

import dev.sightline.video.TimeBase;
import java.util.ArrayList;
import java.util.List;

/** The steps around one of them, and their pictures. */
final class Surroundings {

    private final List<Step> steps;
    private final int at;
    private final TimeBase timeBase;

    Surroundings(List<Step> steps, int at, TimeBase timeBase) {
        this.steps = steps;
        this.at = at;
        this.timeBase = timeBase;
    }

    private List<Step> before(double seconds) {
        long first = steps.get(at).pts() - timeBase.ticks(seconds);
        int from = at;
        while (from > 0 && steps.get(from - 1).pts() >= first) {
            from--;
        }
        // The frame before the step is always there, however long ago.
        return steps.subList(Math.max(0, Math.min(from, at - 1)), at);
    }

    private List<Step> after(double seconds) {
        long last = steps.get(at).pts() + timeBase.ticks(seconds);
        int to = at + 1;
        while (to < steps.size() && steps.get(to).pts() <= last) {
            to++;
        }
        return steps.subList(at + 1, to);
    }

    /** Whether no step near it is larger; of equal ones the first counts. */
    boolean largest(double seconds) {
        double own = steps.get(at).difference();
        return before(seconds).stream().allMatch(step -> step.difference() < own)
                && after(seconds).stream().allMatch(step -> step.difference() <= own);
    }

    /** Third largest difference of the steps near it, 0 if there are fewer. */
    double thirdLargest(double seconds) {
        double[] largest = new double[3];
        for (Step step : before(seconds)) {
            insert(largest, step.difference());
        }
        for (Step step : after(seconds)) {
            insert(largest, step.difference());
        }
        return largest[2];
    }

    private static void insert(double[] largest, double value) {
        double rest = value;
        for (int i = 0; i < largest.length; i++) {
            double greater = Math.max(largest[i], rest);
            rest = Math.min(largest[i], rest);
            largest[i] = greater;
        }
    }

    /** Largest difference within a side: between the frame at the step and one so long away. */
    double sides(double seconds) {
        Thumbnail last = steps.get(at - 1).picture();
        Thumbnail first = steps.get(at).picture();
        double largest = 0;
        List<Step> before = before(seconds);
        if (before.size() > 1) {
            largest = PictureDifference.of(before.get(0).picture(), last);
        }
        List<Step> after = after(seconds);
        if (!after.isEmpty()) {
            Thumbnail end = after.get(after.size() - 1).picture();
            largest = Math.max(largest, PictureDifference.of(first, end));
        }
        return largest;
    }

    /** {@link PictureDifference#keepsDetail} over the step. */
    boolean keepsDetail() {
        return PictureDifference.keepsDetail(steps.get(at - 1).picture(), steps.get(at).picture());
    }

    /**
     * Whether a frame before the step and one behind it differ by less than a limit, of so many of
     * each side: of the last one before with those behind, and of those before with the first one
     * behind.
     */
    boolean comesAgain(double limit, double seconds, int samples) {
        Thumbnail last = steps.get(at - 1).picture();
        Thumbnail first = steps.get(at).picture();
        return spread(after(seconds), samples).stream()
                        .anyMatch(later -> PictureDifference.of(last, later.picture()) < limit)
                || spread(before(seconds), samples).stream()
                        .anyMatch(
                                earlier -> PictureDifference.of(earlier.picture(), first) < limit);
    }

    private static List<Step> spread(List<Step> all, int samples) {
        if (all.size() <= samples) {
            return all;
        }
        List<Step> spread = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            spread.add(all.get(i * (all.size() - 1) / (samples - 1)));
        }
        return spread;
    }
}
