// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import dev.sightline.event.QueryRequest;
import java.util.Arrays;

/**
 * How often the control group was alarmed on one stream at each level of evidence: what a match
 * with the default rules would have begun. Immutable; about 2 KB.
 *
 * <p>Each sentence is followed at all levels at once: the highest level that it holds, and for how
 * long it has been too weak for it. What lies in the past counts less, by half after three days.
 *
 * @param sentenceDays how long was watched, in days times sentences, with the past counting less
 * @param begun episodes begun at each level, with the past counting less
 * @param before evidence of each sentence on the samples before that a match has to last, oldest
 *     first; negative infinity where there are none
 * @param held highest level that each sentence holds, -1 for none
 * @param weak samples since each sentence was strong enough for the level it holds
 */
record FalseAlarms(double sentenceDays, double[] begun, float[] before, byte[] held, byte[] weak) {

    private static final double DAY_MS = 86_400_000;
    private static final double HALF_LIFE_DAYS = 3;

    /** What is known beforehand counts as much as 256 sentences on eleven minutes. */
    private static final double PRIOR_SENTENCE_DAYS = 2;

    static FalseAlarms none(int sentences) {
        byte[] held = new byte[sentences];
        Arrays.fill(held, (byte) -1);
        return new FalseAlarms(
                0, new double[Levels.COUNT], new float[0], held, new byte[sentences]);
    }

    /**
     * After one more sample.
     *
     * @param evidence of each sentence
     * @param intervalMs distance of samples
     */
    FalseAlarms after(float[] evidence, long intervalMs) {
        double days = intervalMs / DAY_MS;
        double kept = Math.pow(0.5, days / HALF_LIFE_DAYS);
        double[] counted = new double[begun.length];
        for (int i = 0; i < counted.length; i++) {
            counted[i] = begun[i] * kept;
        }
        int rest = (int) Math.min(Byte.MAX_VALUE, OpeningRule.restSamples(intervalMs));
        float[] earlier = earlier(evidence.length, intervalMs);
        byte[] nowHeld = held.clone();
        byte[] nowWeak = weak.clone();
        for (int i = 0; i < evidence.length; i++) {
            follow(i, shown(i, evidence, earlier), rest, counted, nowHeld, nowWeak);
        }
        return new FalseAlarms(
                sentenceDays * kept + days * evidence.length,
                counted,
                next(earlier, evidence),
                nowHeld,
                nowWeak);
    }

    /** The highest evidence that a match could have been asked for and would begin with now. */
    private static double shown(int sentence, float[] evidence, float[] earlier) {
        double least = evidence[sentence];
        double sum = evidence[sentence];
        int samples = 1;
        for (int j = sentence; j < earlier.length; j += evidence.length) {
            least = Math.min(least, earlier[j]);
            sum += earlier[j];
            samples++;
        }
        return least > 0 ? Math.min(sum / samples, least / OpeningRule.EXIT_SHARE) : least;
    }

    /** The samples before that have to be strong too for a match of the shortest duration. */
    private float[] earlier(int sentences, long intervalMs) {
        int length =
                sentences
                        * (OpeningRule.samples(QueryRequest.DEFAULT_MIN_DURATION_MS, intervalMs)
                                - 1);
        if (before.length == length) {
            return before;
        }
        float[] nothing = new float[length];
        Arrays.fill(nothing, Float.NEGATIVE_INFINITY);
        return nothing;
    }

    private static float[] next(float[] earlier, float[] evidence) {
        if (earlier.length == 0) {
            return earlier;
        }
        float[] next = new float[earlier.length];
        int older = earlier.length - evidence.length;
        System.arraycopy(earlier, evidence.length, next, 0, older);
        System.arraycopy(evidence, 0, next, older, evidence.length);
        return next;
    }

    private static void follow(
            int sentence, double shown, int rest, double[] counted, byte[] held, byte[] weak) {
        int reached = Levels.reached(shown);
        if (reached > held[sentence]) {
            for (int level = held[sentence] + 1; level <= reached; level++) {
                counted[level]++;
            }
            held[sentence] = (byte) reached;
            weak[sentence] = 0;
        } else if (held[sentence] < 0
                || shown >= OpeningRule.EXIT_SHARE * Levels.level(held[sentence])) {
            weak[sentence] = 0;
        } else if (++weak[sentence] >= rest) {
            // Levels for which it is still strong enough go on; those above may begin anew.
            held[sentence] = (byte) Levels.reached(Math.max(-1, shown / OpeningRule.EXIT_SHARE));
            weak[sentence] = 0;
        }
    }

    /** After a break in the stream: what was going on has ended, and nothing is next to it. */
    FalseAlarms interrupted() {
        FalseAlarms fresh = none(held.length);
        return new FalseAlarms(sentenceDays, begun, fresh.before, fresh.held, fresh.weak);
    }

    /**
     * Expected a day for one query at a level: the mean of what was known beforehand and what was
     * counted, weighed by how long was watched (a gamma prior for the rate of a Poisson process).
     * Many sentences in a quiet hour do not tell of the hours of the day to come, so that less is
     * expected only as days go by: half of it after one.
     */
    double perDay(int level, double beforehand) {
        double counted =
                (beforehand * PRIOR_SENTENCE_DAYS + begun[level])
                        / (PRIOR_SENTENCE_DAYS + sentenceDays);
        return Math.max(counted, beforehand / (1 + sentenceDays / held.length));
    }
}
