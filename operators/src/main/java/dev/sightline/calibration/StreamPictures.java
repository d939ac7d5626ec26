// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a stream usually shows: its latest few thousand different pictures, sampled evenly. As
 * vectors are kept, not scores, a query that is added later is calibrated at once. Immutable; at
 * most {@value #MOST} vectors and the few that wait, a byte a dimension: 80 KB at 256 dimensions.
 *
 * <p>Only locations are taken from it, and a mean of {@value #MOST} pictures is exact to a
 * twentieth of a spread; how often a level is reached is counted, not estimated from a sample.
 *
 * @param bank what counts
 * @param waiting pictures that are taken in together, so that locations change rarely; behind them
 *     those that came while that was prepared
 * @param seen how many different pictures there were
 * @param generation how often the bank has changed
 * @param preparing for how many samples enough have been waiting; 0 while there are too few
 */
record StreamPictures(
        List<StoredPicture> bank,
        List<StoredPicture> waiting,
        long seen,
        long generation,
        int preparing) {

    static final StreamPictures NONE = new StreamPictures(List.of(), List.of(), 0, 0, 0);

    static final int MOST = 256;

    /** Beyond so many the past is forgotten bit by bit. */
    private static final int REMEMBERED = 4096;

    /** A picture is the same as another from here on: within a still shot it is 0.97 and more. */
    private static final float SAME = 0.95f;

    private static final int FEWEST_TOGETHER = 8;
    private static final int SHARE_TOGETHER = 8;

    /**
     * Terms are compared anew with so many pictures of the bank for each sample that the pictures
     * wait longer. For ten thousand terms that costs as much as comparing them with the sample.
     */
    private static final int COMPARED_A_SAMPLE = 32;

    /** The bank's own pictures count as much as so many of the stream's. */
    private static final double PRIOR_PICTURES = 64;

    /**
     * With one more sample, if it is a picture of its own.
     *
     * @param shown ids of terms whose queries match it, rising
     */
    StreamPictures with(float[] vector, long[] shown) {
        List<StoredPicture> more = waiting;
        if (!known(bank, vector) && !known(waiting, vector)) {
            more = new ArrayList<>(waiting);
            more.add(StoredPicture.of(vector, shown));
        }
        if (more.size() < together()) {
            return new StreamPictures(bank, List.copyOf(more), seen, generation, 0);
        }
        StreamPictures full =
                new StreamPictures(bank, List.copyOf(more), seen, generation, preparing + 1);
        return full.samplesLeft() == 0 ? full.next() : full;
    }

    private int together() {
        return Math.max(FEWEST_TOGETHER, bank.size() / SHARE_TOGETHER);
    }

    /** Whether the next generation is known, as enough pictures wait. */
    boolean isPreparing() {
        return preparing > 0;
    }

    /** How many samples come before the next generation counts, this one among them. */
    int samplesLeft() {
        return Math.max(0, bank.size() / COMPARED_A_SAMPLE - preparing + 1);
    }

    private static boolean known(List<StoredPicture> pictures, float[] vector) {
        for (StoredPicture picture : pictures) {
            if (picture.cosine(vector) >= SAME) {
                return true;
            }
        }
        return false;
    }

    /**
     * The next generation, with those that wait taken in; the same at any time while it is
     * prepared. Reservoir sampling (Vitter's algorithm R) that stops counting, so that it forgets.
     */
    StreamPictures next() {
        List<StoredPicture> next = new ArrayList<>(bank);
        long count = seen;
        for (StoredPicture picture : waiting.subList(0, together())) {
            count++;
            if (next.size() < MOST) {
                next.add(picture);
                continue;
            }
            // By the count, so that a replay draws the same.
            long place = new SplittableRandom(count).nextLong(Math.min(count, REMEMBERED));
            if (place < MOST) {
                next.set((int) place, picture);
            }
        }
        List<StoredPicture> later = List.copyOf(waiting.subList(together(), waiting.size()));
        return new StreamPictures(List.copyOf(next), later, count, generation + 1, 0);
    }

    /** A term's background with what this stream shows where the term's query does not match. */
    TermBackground background(Term term) {
        return background(term, matrix());
    }

    /** What {@link #background(Term, PictureMatrix)} takes, to be made once for many terms. */
    PictureMatrix matrix() {
        return new PictureMatrix(bank);
    }

    /**
     * The same for one of many terms.
     *
     * @param matrix of these pictures
     */
    TermBackground background(Term term, PictureMatrix matrix) {
        float[] cosines = matrix.cosines(term.vector());
        int count = 0;
        for (int i = 0; i < cosines.length; i++) {
            if (!bank.get(i).shows(term.id())) {
                cosines[count++] = cosines[i];
            }
        }
        if (count == 0) {
            return term.background();
        }
        float[] sorted = Arrays.copyOf(cosines, count);
        Arrays.sort(sorted);
        double weight = count / (count + PRIOR_PICTURES);
        double location =
                weight * TermBackground.lowerMean(sorted)
                        + (1 - weight) * term.background().location();
        return new TermBackground(location, term.background().spread());
    }
}
