// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.backtest.StoredSample;
import dev.sightline.calibration.Term;
import dev.sightline.clip.VectorBank;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.moment.NearestPlaces.Seen;
import dev.sightline.search.query.SearchModel;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How near sentences that nobody asked for come to the pictures that are searched: each of them is
 * looked for as a question is, and has the best of its nearest places. Who does not come nearer
 * than many of these do has found nothing. The more is searched, the nearer they come: of more than
 * {@value #PART} samples about so many are looked at, taken by chance, all sentences in one pass,
 * and how much nearer they would come among all is reckoned from these.
 *
 * <p>Measured on the eight shared clips, one sample a second (155), with the bundled model: 24
 * sentences that say what is there, the seven captions among them, and 39 that do not.
 *
 * <pre>
 * share that may come as near    kept of 24    captions kept    refused of 39
 * 0.75                           22            7                11
 * 0.6 (this one)                 22            7                14
 * 0.5                            21            6                22
 * 0.4                            18            4                25
 * 0.1                            11            3                30
 * </pre>
 *
 * <p>Without the trailer, whose title frames are near to much, 0.6 kept 21 of 21 and refused 17 of
 * 39. One place or five instead of three change that by one sentence. A stricter share hides what
 * is there, as the right moment of a weak model's answer often is no nearer than chance; what is
 * wrong and passes can be seen in the pictures.
 */
final class UnrelatedSentences {

    /** The share of the sentences that may come as near as what is said to stand out. */
    static final double SHARE = 0.6;

    /** Enough to tell that share to a sixteenth. */
    private static final int ASKED = 64;

    private static final int PART = 20_000;

    /** Less than this tell nothing of more. */
    private static final int FEWEST = 16;

    private final TimelineIndex index;
    private final int part;

    UnrelatedSentences(TimelineIndex index) {
        this(index, PART);
    }

    /**
     * @param part of more samples, only about so many are looked at
     */
    UnrelatedSentences(TimelineIndex index, int part) {
        this.index = index;
        this.part = part;
    }

    /**
     * The evidence that stands out, 0 or more.
     *
     * @param searched how many samples there are, roughly
     */
    double level(SearchModel model, SampleFilter filter, long searched) throws IOException {
        List<Term> sentences = sentences(model);
        List<NearestPlaces> nearest = sentences.stream().map(NearestPlaces::new).toList();
        VectorBank vectors =
                VectorBank.of(sentences.stream().map(Term::vector).toList(), model.dimension());
        int oneIn = (int) Math.max(1, (searched + part - 1) / part);
        long shown =
                index.forSome(
                        model.digest(),
                        filter,
                        oneIn,
                        sample -> show(sample.sample(), vectors, nearest));
        double[] reached =
                nearest.stream().mapToDouble(each -> each.evidence(model)).sorted().toArray();
        double level = reached[(int) ((1 - SHARE) * reached.length)];
        return oneIn == 1 || shown < FEWEST ? level : level + lead(nearest, shown, searched);
    }

    /**
     * How much nearer sentences come to all samples than to those shown, in deviations. They come
     * nearer to these than to a quarter of them, by so much on the mean, and the largest of n
     * numbers of a normal distribution goes up about as {@code sqrt(2 ln n)}. Where samples repeat
     * one another, a quarter is about as near. Of 3,500 pictures, of which all gave 3.69, a third
     * told 3.81 and a twentieth 3.94, and 2.27 without this; of 100,000 samples that showed 4,096
     * pictures a fifth told 4.48 of 4.32.
     */
    private static double lead(List<NearestPlaces> nearest, long shown, long searched) {
        double growth = nearest.stream().mapToDouble(NearestPlaces::growth).average().orElseThrow();
        double more = Math.max(0, reach(searched) - reach(shown));
        return growth * more / (reach(shown) - reach(shown / 4.0));
    }

    private static double reach(double numbers) {
        return Math.sqrt(2 * Math.log(numbers));
    }

    private static List<Term> sentences(SearchModel model) {
        List<Term> all = model.calibration().control().terms();
        int step = Math.max(1, all.size() / ASKED);
        return IntStream.range(0, (all.size() + step - 1) / step)
                .mapToObj(i -> all.get(i * step))
                .toList();
    }

    private static void show(StoredSample sample, VectorBank vectors, List<NearestPlaces> nearest) {
        float[] cosines = vectors.cosines(sample.vector());
        Seen seen = null;
        for (int i = 0; i < cosines.length; i++) {
            if (nearest.get(i).takes(cosines[i])) {
                if (seen == null) {
                    seen = new Seen(sample.stream(), sample.k(), sample.vector().clone());
                }
                nearest.get(i).add(cosines[i], seen);
            }
        }
    }
}
