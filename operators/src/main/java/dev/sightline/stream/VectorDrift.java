// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

/**
 * How far the mean direction of a stream's vectors has moved from that of its first 24 hours.
 *
 * <p>Each ten minutes count by the direction of their mean alone (their spatial sign; Möttönen and
 * Oja, Journal of Nonparametric Statistics 5, 1995), so that no hour weighs more than another
 * however odd it is. The first day gives the reference: its mean direction and, as one minus the
 * length of that mean, how far ten minutes usually are from it (the spherical variance; Mardia and
 * Jupp, Directional Statistics, 2000). What comes later is followed by an exponentially weighted
 * mean (Roberts, Technometrics 1, 1959) over about a day, so that night and day are in both. It has
 * drifted when it is further from the reference than single ten minutes of the first day were, and
 * is back within half of that.
 *
 * @param current sum of the vectors of the current ten minutes; null before the first sample
 * @param currentMs milliseconds that were seen of them
 * @param reference sum of the directions of the first day; null before the first one
 * @param counted directions in it, up to {@value #DAY}
 * @param recent the mean that follows; null before the first day is over
 * @param found whether it has drifted
 */
record VectorDrift(
        float[] current,
        long currentMs,
        float[] reference,
        int counted,
        float[] recent,
        boolean found) {

    /** Before the first sample. */
    static final VectorDrift NONE = new VectorDrift(null, 0, null, 0, null, false);

    private static final long TEN_MINUTES_MS = 600_000;

    /** Ten minutes of a day. */
    private static final int DAY = 144;

    /** A still life has no variance: less than this is not worth telling. */
    private static final double LEAST = 0.02;

    /**
     * With one more sample.
     *
     * @param vector of it, a unit vector
     * @param elapsedMs milliseconds since the sample before, without what is missing
     */
    VectorDrift after(float[] vector, long elapsedMs) {
        float[] sum = current == null ? vector : Directions.sum(1, current, 1, vector);
        VectorDrift next =
                new VectorDrift(sum, currentMs + elapsedMs, reference, counted, recent, found);
        return next.currentMs < TEN_MINUTES_MS ? next : next.closed();
    }

    /** With the current ten minutes counted. */
    private VectorDrift closed() {
        double length = Directions.length(current);
        if (length == 0) {
            return new VectorDrift(null, 0, reference, counted, recent, found);
        } else if (counted < DAY) {
            float[] first = reference == null ? new float[current.length] : reference;
            float[] sum = Directions.sum(1, first, 1 / length, current);
            float[] mean = counted + 1 < DAY ? null : Directions.sum(1.0 / DAY, sum, 0, sum);
            return new VectorDrift(null, 0, sum, counted + 1, mean, false);
        }
        double weight = 1.0 / DAY;
        float[] mean = Directions.sum(1 - weight, recent, weight / length, current);
        VectorDrift next = new VectorDrift(null, 0, reference, counted, mean, found);
        double bound = found ? next.bound() / 2 : next.bound();
        return new VectorDrift(null, 0, reference, counted, mean, next.distance() > bound);
    }

    /** Cosine distance of the recent mean from the first day's, 0 to 2; 0 before that is over. */
    double distance() {
        return recent == null ? 0 : 1 - Directions.cosine(recent, reference);
    }

    /** The distance from which it is told. */
    double bound() {
        return Math.max(LEAST, 1 - Directions.length(reference) / counted);
    }
}
