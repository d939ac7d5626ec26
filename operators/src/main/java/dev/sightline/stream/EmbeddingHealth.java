// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import dev.sightline.clip.EmbeddedSample;
import dev.sightline.video.SampleFailed;
import dev.sightline.video.TimelineRecord;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How the vectors of a stream are doing, over all of its epochs. It holds four vectors of the
 * model's dimension at most, and some 250 bytes.
 *
 * @param model digest of the model that the vectors are of
 * @param duplicates compares vectors with pictures
 * @param failed samples without a vector, one after the other, up to {@value #FAILED}
 * @param drift compares days
 * @param epoch of the last sample
 * @param mediaMs time of the last sample
 */
record EmbeddingHealth(
        String model,
        DuplicateVectors duplicates,
        int failed,
        VectorDrift drift,
        long epoch,
        long mediaMs) {

    /** One sample without a vector is an odd picture. */
    private static final int FAILED = 5;

    /** What lies between two samples that are further apart was not seen. */
    private static final long LONGEST_STEP_MS = 60_000;

    /** Before the first record. */
    static EmbeddingHealth start(String model) {
        return new EmbeddingHealth(model, DuplicateVectors.NONE, 0, VectorDrift.NONE, 0, 0);
    }

    /** With one more record, the next in order. */
    EmbeddingHealth after(TimelineRecord next) {
        if (next instanceof SampleFailed) {
            return new EmbeddingHealth(
                    model, duplicates, Math.min(FAILED, failed + 1), drift, epoch, mediaMs);
        } else if (next instanceof EmbeddedSample sample) {
            return new EmbeddingHealth(
                    model,
                    duplicates.after(sample),
                    0,
                    drift.after(sample.vector(), elapsed(sample)),
                    sample.stream().epoch(),
                    sample.time().mediaMs());
        }
        return this;
    }

    private long elapsed(EmbeddedSample sample) {
        long step = sample.time().mediaMs() - mediaMs;
        boolean seen = sample.stream().epoch() == epoch && step > 0 && step <= LONGEST_STEP_MS;
        return seen ? step : 0;
    }

    /** What is wrong. */
    Set<EmbeddingProblem> problems() {
        Set<EmbeddingProblem> problems = EnumSet.noneOf(EmbeddingProblem.class);
        if (duplicates.found()) {
            problems.add(EmbeddingProblem.DUPLICATE_VECTORS);
        }
        if (failed >= FAILED) {
            problems.add(EmbeddingProblem.NO_VECTORS);
        }
        if (drift.found()) {
            problems.add(EmbeddingProblem.DRIFT);
        }
        return problems;
    }

    /** What was seen of a problem, or of its end. */
    String reason(EmbeddingProblem problem) {
        boolean found = problems().contains(problem);
        return switch (problem) {
            case DUPLICATE_VECTORS ->
                    found
                            ? "pictures that differ clearly have the same vector"
                            : "different pictures have different vectors again";
            case NO_VECTORS ->
                    found
                            ? FAILED + " samples in a row have no vector"
                            : "samples have vectors again";
            case DRIFT ->
                    String.format(
                            Locale.ROOT,
                            "the mean vector of about a day is %.3f from that of the first day,"
                                    + " told from %.3f",
                            drift.distance(),
                            drift.bound());
        };
    }
}
