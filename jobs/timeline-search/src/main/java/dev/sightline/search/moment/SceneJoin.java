// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.query.Sought;
import dev.sightline.search.timeline.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes intervals of samples: the nearest one of a scene and its neighbours on both sides that are
 * near enough, too, then the nearest one of those that are left. An interval ends with its scene,
 * or where several samples in a row are missing or not near enough.
 */
final class SceneJoin {

    /**
     * Share of the peak's distance from what unrelated pictures have. Of seven shots that a caption
     * tells of, this finds five to at least half, as less does; half the distance finds four, and
     * two thirds, at which the job's matches end, three. In the other two it stands out for some
     * seconds only.
     */
    static final double SHARE = 0.4;

    /**
     * The next one is at most so many grid points away: two in between may be weaker or missing.
     */
    static final long WIDEST_GAP = 3;

    private final Sought sought;
    private final SceneLookup scenes;
    private final double least;

    private record Place(String streamId, long epoch, Scene scene) {}

    /**
     * @param least cosine of a peak
     */
    SceneJoin(Sought sought, SceneLookup scenes, double least) {
        this.sought = sought;
        this.scenes = scenes;
        this.least = least;
    }

    /**
     * The intervals, the best first.
     *
     * @param hits in any order
     */
    List<FoundInterval> join(List<ScoredSample> hits) throws IOException {
        Map<Place, List<ScoredSample>> byScene = new LinkedHashMap<>();
        for (ScoredSample hit : hits) {
            Place place =
                    new Place(
                            hit.sample().stream().streamId(),
                            hit.sample().stream().epoch(),
                            scenes.of(hit.sample()));
            byScene.computeIfAbsent(place, any -> new ArrayList<>()).add(hit);
        }
        List<FoundInterval> joined = new ArrayList<>();
        byScene.forEach((place, own) -> joinScene(place.scene, own, joined));
        joined.sort(
                Comparator.comparingDouble((FoundInterval each) -> -each.peak().cosine())
                        .thenComparing(each -> each.peak().sample().id()));
        return joined;
    }

    private void joinScene(Scene scene, List<ScoredSample> own, List<FoundInterval> joined) {
        List<ScoredSample> inTime =
                own.stream().sorted(Comparator.comparingLong(SceneJoin::k)).toList();
        boolean[] taken = new boolean[inTime.size()];
        List<Integer> byNearness = new ArrayList<>();
        for (int i = 0; i < taken.length; i++) {
            byNearness.add(i);
        }
        byNearness.sort(Comparator.comparingDouble(i -> -inTime.get(i).cosine()));
        for (int peak : byNearness) {
            if (!taken[peak] && inTime.get(peak).cosine() >= least) {
                int first = reach(inTime, taken, peak, -1);
                int last = reach(inTime, taken, peak, 1);
                joined.add(
                        new FoundInterval(
                                inTime.get(first), inTime.get(peak), inTime.get(last), scene, 0));
            }
        }
    }

    /** Takes neighbours in one direction; the place of the last one that belongs to the peak. */
    private int reach(List<ScoredSample> inTime, boolean[] taken, int peak, int step) {
        double near = SHARE * sought.deviations(inTime.get(peak).cosine());
        int last = peak;
        taken[peak] = true;
        for (int next = peak + step;
                next >= 0
                        && next < taken.length
                        && !taken[next]
                        && Math.abs(k(inTime.get(next)) - k(inTime.get(last))) <= WIDEST_GAP;
                next += step) {
            if (sought.deviations(inTime.get(next).cosine()) >= near) {
                take(taken, last, next);
                last = next;
            }
        }
        return last;
    }

    /** With those in between, which are weaker. */
    private static void take(boolean[] taken, int one, int other) {
        Arrays.fill(taken, Math.min(one, other), Math.max(one, other) + 1, true);
    }

    private static long k(ScoredSample hit) {
        return hit.sample().sample().k();
    }
}
