// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.calibration.Term;
import dev.sightline.search.query.SearchModel;
import dev.sightline.video.StreamRef;
import java.util.ArrayList;
import java.util.List;

/** What of the samples that are shown to it a sentence comes nearest to. Not for many threads. */
final class NearestPlaces {

    /** Of a question and of a sentence so many of the nearest places are looked at. */
    static final int PLACES = 3;

    /** Samples that these places are looked for in. */
    private static final int NEAREST = 24;

    private final Term sentence;
    private final List<Near> nearest = new ArrayList<>(NEAREST);

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

    /** Whether a sample of this cosine is among the nearest until now. */
    boolean takes(double cosine) {
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

    /**
     * The best evidence at the nearest places, as for a question; 0 if there is none.
     *
     * @param shown how many samples were shown
     * @param searched how many of such there are
     */
    double evidence(SearchModel model, long shown, long searched) {
        double lead = lead(shown, searched);
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
                                        .evidence(sentence.background(), place.cosine + lead))
                .reduce(0, Math::max);
    }

    /**
     * How much nearer the nearest of all would be than that of those shown. The largest of n
     * numbers are taken to thin out as those of a normal distribution do: they lie on the mean
     * about {@code s / sqrt(2 ln(n / k))} above the k-th, which tells s, and the largest at about
     * {@code s * sqrt(2 ln n)}. Of 3,500 pictures, a third told the level of evidence, 3.7, to
     * 0.1, and a twentieth to 0.4, where it was 1.4 too low without this. Where samples repeat one
     * another, the nearest are about the same, and this is little.
     */
    private double lead(long shown, long searched) {
        if (searched <= shown || nearest.size() < NEAREST || shown <= NEAREST) {
            return 0;
        }
        double above = nearest.stream().mapToDouble(near -> near.cosine - farthest()).sum();
        double deviation = above / (NEAREST - 1) * reach((double) shown / NEAREST);
        return deviation * (reach(searched) - reach(shown));
    }

    /** The largest of so many numbers of a normal distribution, roughly, in deviations. */
    private static double reach(double numbers) {
        return Math.sqrt(2 * Math.log(numbers));
    }
}
