// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.scenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Compares what was found in a video with the truth.
 *
 * <p>Cuts are matched one to one and greedily: of all pairs of a found and a real cut within the
 * tolerance, the closest one first. "One frame" means that the numbers of the two frames differ by
 * 1 at most. A found cut that matches none and lies in a gradual change or a run of black or titles
 * (or within the tolerance of it) counts neither for nor against.
 */
final class Scorer {

    private static final double HALF_SECOND = 0.5;
    private static final int ONE_FRAME = 1;

    /** A found cut and a real one. */
    private record Pair(int found, int real, double distance) {}

    private final Truth truth;
    private final FrameTimes times;
    private final List<Integer> cuts;
    private final List<Interval> graduals;

    private Scorer(Truth truth, FrameTimes times, Findings findings) {
        this.truth = truth;
        this.times = times;
        this.cuts = findings.cuts().stream().map(times::frame).distinct().sorted().toList();
        this.graduals = findings.graduals().stream().map(this::interval).toList();
    }

    static Score score(Truth truth, FrameTimes times, Findings findings) {
        return new Scorer(truth, times, findings).score();
    }

    private Interval interval(Findings.Span span) {
        int from = times.frame(span.from());
        return new Interval(from, Math.max(from, times.frame(span.to())));
    }

    private Score score() {
        IntBinaryOperator frames = (one, other) -> Math.abs(one - other);
        List<Integer> wrong = new ArrayList<>();
        Counts oneFrame = counts(frames::applyAsInt, ONE_FRAME, wrong);
        return new Score(
                counts(frames::applyAsInt, 0, new ArrayList<>()),
                oneFrame,
                counts(times::distance, HALF_SECOND, new ArrayList<>()),
                lured(wrong),
                truth.graduals().size(),
                (int) truth.graduals().stream().filter(this::seen).count(),
                (int) truth.graduals().stream().filter(this::named).count(),
                (int) graduals.stream().filter(this::nothing).count());
    }

    /**
     * @param wrong takes the found cuts that count against the program
     */
    private Counts counts(
            ToDoubleBiFunction<Integer, Integer> distance, double tolerance, List<Integer> wrong) {
        List<Integer> found = new ArrayList<>(cuts);
        List<Integer> real = new ArrayList<>(truth.cuts());
        for (Pair pair : pairs(distance, tolerance)) {
            if (found.contains(pair.found()) && real.contains(pair.real())) {
                found.remove((Integer) pair.found());
                real.remove((Integer) pair.real());
            }
        }
        found.removeIf(frame -> excused(frame, distance, tolerance));
        wrong.addAll(found);
        return new Counts(truth.cuts().size() - real.size(), real.size(), found.size());
    }

    private List<Pair> pairs(ToDoubleBiFunction<Integer, Integer> distance, double tolerance) {
        return cuts.stream()
                .flatMap(
                        found ->
                                truth.cuts().stream()
                                        .map(
                                                real ->
                                                        new Pair(
                                                                found,
                                                                real,
                                                                distance.applyAsDouble(
                                                                        found, real))))
                .filter(pair -> pair.distance() <= tolerance + 1e-6)
                .sorted(Comparator.comparingDouble(Pair::distance))
                .toList();
    }

    private boolean excused(
            int frame, ToDoubleBiFunction<Integer, Integer> distance, double tolerance) {
        return Stream.concat(truth.graduals().stream(), truth.runs().stream())
                .anyMatch(
                        interval ->
                                interval.near(frame, 1)
                                        || distance.applyAsDouble(frame, interval.first())
                                                <= tolerance
                                        || distance.applyAsDouble(frame, interval.last())
                                                <= tolerance);
    }

    /** The frame behind a lure, where the picture returns, belongs to it. */
    private Map<String, Integer> lured(List<Integer> wrong) {
        Map<String, Integer> lured = new TreeMap<>();
        for (int frame : wrong) {
            truth.lures()
                    .forEach(
                            (name, intervals) -> {
                                if (intervals.stream().anyMatch(lure -> lure.near(frame, 1))) {
                                    lured.merge(name, 1, Integer::sum);
                                }
                            });
        }
        return lured;
    }

    private boolean seen(Interval gradual) {
        return named(gradual) || cuts.stream().anyMatch(frame -> gradual.near(frame, ONE_FRAME));
    }

    private boolean named(Interval gradual) {
        return graduals.stream().anyMatch(found -> found.near(gradual, ONE_FRAME));
    }

    private boolean nothing(Interval found) {
        boolean changes =
                Stream.concat(truth.graduals().stream(), truth.runs().stream())
                        .anyMatch(real -> real.near(found, ONE_FRAME));
        return !changes && truth.cuts().stream().noneMatch(cut -> found.near(cut, ONE_FRAME));
    }
}
