// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.backtest.StoredSample;
import dev.sightline.calibration.Term;
import dev.sightline.search.index.SampleFilter;
import dev.sightline.search.index.ScoredSample;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.query.SearchModel;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How near sentences that nobody asked for come to the pictures that are searched: each of them is
 * looked for as a question is, and has the best of its nearest places. Who does not come nearer
 * than many of these do has found nothing. The more is searched, the nearer they come.
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

    /** Of a question and of each of the sentences so many of the nearest places are looked at. */
    static final int PLACES = 3;

    /** Samples that these places are looked for in. */
    private static final int NEAREST = 24;

    /** Enough to tell that share to a sixteenth; each costs as much as a question. */
    private static final int ASKED = 64;

    private static final int KEPT = 64;
    private static final long KEPT_NANOS = Duration.ofMinutes(5).toNanos();

    private final TimelineIndex index;
    private final Map<Key, Level> known =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Level> eldest) {
                    return size() > KEPT;
                }
            };

    /** Found anew when there are twice as many samples. */
    private record Key(String digest, SampleFilter filter, long magnitude) {}

    /** Measured under its own lock: who asks the same waits, who asks elsewhere does not. */
    private static final class Level {
        private double evidence;
        private long since;
        private boolean measured;
    }

    UnrelatedSentences(TimelineIndex index) {
        this.index = index;
    }

    /**
     * The evidence that stands out, 0 or more; it is remembered for some minutes.
     *
     * @param searched how many samples there are, roughly
     */
    double level(SearchModel model, SampleFilter filter, long searched) throws IOException {
        Key key = new Key(model.digest(), filter, Long.highestOneBit(searched));
        Level level;
        synchronized (known) {
            level = known.computeIfAbsent(key, any -> new Level());
        }
        synchronized (level) {
            if (!level.measured || System.nanoTime() - level.since > KEPT_NANOS) {
                level.evidence = measure(model, filter);
                level.since = System.nanoTime();
                level.measured = true;
            }
            return level.evidence;
        }
    }

    private double measure(SearchModel model, SampleFilter filter) throws IOException {
        List<Term> sentences = model.calibration().control().terms();
        int step = Math.max(1, sentences.size() / ASKED);
        double[] reached = new double[(sentences.size() + step - 1) / step];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = reached(model, sentences.get(i * step), filter);
        }
        Arrays.sort(reached);
        return Math.max(0, reached[(int) ((1 - SHARE) * reached.length)]);
    }

    /** The best evidence among the nearest places, as for a question. */
    private double reached(SearchModel model, Term sentence, SampleFilter filter)
            throws IOException {
        List<ScoredSample> near = index.nearest(model.digest(), sentence.vector(), filter, NEAREST);
        double best = 0;
        int places = 0;
        for (int i = 0; i < near.size() && places < PLACES; i++) {
            if (isPlace(near.get(i), near.subList(0, i))) {
                float[] picture = near.get(i).sample().sample().vector();
                double cosine = near.get(i).cosine();
                best =
                        Math.max(
                                best,
                                model.reading(picture).evidence(sentence.background(), cosine));
                places++;
            }
        }
        return best;
    }

    /** Whether a sample is not a neighbour of a nearer one. */
    private static boolean isPlace(ScoredSample hit, List<ScoredSample> nearer) {
        StoredSample own = hit.sample().sample();
        return nearer.stream()
                .map(other -> other.sample().sample())
                .noneMatch(
                        other ->
                                other.stream().equals(own.stream())
                                        && Math.abs(other.k() - own.k()) <= SceneJoin.WIDEST_GAP);
    }
}
