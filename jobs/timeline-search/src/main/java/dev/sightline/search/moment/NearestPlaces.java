// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.calibration.Term;
import dev.sightline.search.query.SearchModel;
import dev.sightline.video.StreamRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What of the samples that are shown to it a sentence comes nearest to. Not for many threads. */
final class NearestPlaces {

    /** Of a question and of a sentence so many of the nearest places are looked at. */
    static final int PLACES = 3;

    /** Samples that these places are looked for in. */
    private static final int NEAREST = 24;

    private final Term sentence;
    private final List<Near> nearest = new ArrayList<>(NEAREST);
    private final double[] quarters = {-1, -1, -1, -1};
    private int shown;

    /**
     * A sample that may be kept.
     *
     * @param k number of the sample in its stream
     * @param vector its own
     */
    record Seen(StreamRef stream, long k, float[] vector) {

        boolean isBeside(Seen other) {
            return other.stream.equals(stream) && Math.abs(other.k - k) <= SceneJoin.WIDEST_GAP;
        }
    }

    private record Near(double cosine, Seen sample) {}

    NearestPlaces(Term sentence) {
        this.sentence = sentence;
    }

    /** Shows a sample's cosine, once; says whether it is among the nearest until now. */
    boolean takes(double cosine) {
        int quarter = shown++ % quarters.length;
        quarters[quarter] = Math.max(quarters[quarter], cosine);
        return nearest.size() < NEAREST || cosine > farthest();
    }

    private double farthest() {
        return nearest.get(nearest.size() - 1).cosine;
    }

    /** Adds one that it {@link #takes}. */
    void add(double cosine, Seen sample) {
        if (nearest.size() == NEAREST) {
            nearest.remove(NEAREST - 1);
        }
        int at = nearest.size();
        while (at > 0 && nearest.get(at - 1).cosine < cosine) {
            at--;
        }
        nearest.add(at, new Near(cosine, sample));
    }

    /** The best evidence at the nearest places, as for a question; 0 if there is none. */
    double evidence(SearchModel model) {
        List<Near> places = new ArrayList<>();
        for (Near near : nearest) {
            if (places.size() < PLACES
                    && nearest.stream()
                            .takeWhile(nearer -> nearer != near)
                            .noneMatch(nearer -> nearer.sample.isBeside(near.sample))) {
                places.add(near);
            }
        }
        return places.stream()
                .mapToDouble(
                        place ->
                                model.reading(place.sample.vector)
                                        .evidence(sentence.background(), place.cosine))
                .reduce(0, Math::max);
    }

    /** How much nearer all that was shown came than a quarter of it, on the mean, in deviations. */
    double growth() {
        double mean = Arrays.stream(quarters).average().orElseThrow();
        return (nearest.get(0).cosine - mean) / sentence.background().spread();
    }
}
