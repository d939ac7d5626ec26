// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.query.Sought;
import dev.sightline.search.timeline.IndexedSample;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a curve: all of them, or where they are too many the best of each stretch of time.
 * Only those that are left are scored, which takes longer than all else. Not for several threads.
 */
final class CurvePoints {

    private final Sought sought;
    private final int most;
    private final LastingCosine lasting = new LastingCosine();
    private List<Candidate> kept = new ArrayList<>();
    private long stretchMs;

    /**
     * A sample.
     *
     * @param excluded whether it shows what must not show
     * @param lasting the most that samples of its stretch reach for as long as an alert takes
     */
    private record Candidate(
            long mediaMs,
            double cosine,
            boolean excluded,
            String id,
            float[] vector,
            double lasting) {

        Candidate lasting(double other) {
            return new Candidate(mediaMs, cosine, excluded, id, vector, Math.max(lasting, other));
        }

        boolean isBetterThan(Candidate other) {
            return excluded == other.excluded ? cosine > other.cosine : other.excluded;
        }
    }

    /**
     * @param most how many there are to be, 2 or more
     */
    CurvePoints(Sought sought, int most) {
        this.sought = sought;
        this.most = most;
    }

    /**
     * Takes the next sample, by time.
     *
     * @param intervalMs how far samples are apart, as far as is known by now
     */
    void accept(IndexedSample sample, double cosine, long intervalMs) {
        float[] vector = sample.sample().vector();
        long mediaMs = sample.sample().time().mediaMs();
        boolean excluded = sought.excludes(vector, cosine);
        double lasts = lasting.accept(mediaMs, excluded ? LastingCosine.NONE : cosine, intervalMs);
        take(new Candidate(mediaMs, cosine, excluded, sample.id(), vector.clone(), lasts));
        if (kept.size() > most) {
            thin();
        }
    }

    private void take(Candidate next) {
        int last = kept.size() - 1;
        if (last < 0 || stretchMs == 0 || stretch(kept.get(last)) != stretch(next)) {
            kept.add(next);
        } else {
            Candidate known = kept.get(last);
            boolean better = next.isBetterThan(known);
            kept.set(last, better ? next.lasting(known.lasting) : known.lasting(next.lasting));
        }
    }

    private long stretch(Candidate candidate) {
        return Math.floorDiv(candidate.mediaMs, stretchMs);
    }

    /** About half as many are left at most, however they lie in time. */
    private void thin() {
        List<Candidate> many = kept;
        long spanMs = many.get(many.size() - 1).mediaMs - many.get(0).mediaMs;
        stretchMs = Math.max(2 * stretchMs, 2 * spanMs / most + 1);
        kept = new ArrayList<>();
        many.forEach(this::take);
    }

    /** Length of a stretch of which the best sample is there; 0 if all samples are. */
    long stretchMs() {
        return stretchMs;
    }

    /** Those that are left, by time. */
    List<ScoreCurve.Point> scored() {
        return kept.stream().map(this::scored).toList();
    }

    private ScoreCurve.Point scored(Candidate each) {
        double score = each.excluded ? 0 : sought.score(each.vector, each.cosine);
        double lasting = stretchMs == 0 ? score : lasting(each, score);
        return new ScoreCurve.Point(each.mediaMs, score, each.cosine, each.id, lasting);
    }

    /** Read with the best picture, since no others are kept. */
    private double lasting(Candidate each, double score) {
        if (each.excluded || each.lasting == LastingCosine.NONE) {
            return 0;
        }
        return each.lasting >= each.cosine ? score : sought.score(each.vector, each.lasting);
    }
}
