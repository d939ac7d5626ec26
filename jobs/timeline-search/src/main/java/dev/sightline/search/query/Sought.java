// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.query;

import dev.sightline.calibration.Term;
import dev.sightline.calibration.TermBackground;
import dev.sightline.clip.Vectors;
import dev.sightline.search.timeline.IndexedSample;
import java.util.List;

/**
 * What is looked for, as vectors of a model.
 *
 * @param model that made them
 * @param term what to look for
 * @param not what must not be likelier than that
 * @param like the sample that it is like, or null
 */
public record Sought(SearchModel model, Term term, List<Term> not, IndexedSample like) {

    /** Takes the list as it is. */
    public Sought {
        not = List.copyOf(not);
    }

    /** The vector to be near to. */
    public float[] vector() {
        return term.vector();
    }

    /** How far a cosine lies above what unrelated pictures have, in spreads. */
    public double deviations(double cosine) {
        return deviations(term, cosine);
    }

    private static double deviations(Term term, double cosine) {
        TermBackground background = term.background();
        return (cosine - background.location()) / background.spread();
    }

    /** The cosine that lies so many spreads above what unrelated pictures have. */
    public double cosine(double deviations) {
        TermBackground background = term.background();
        return background.location() + deviations * background.spread();
    }

    /**
     * Whether a picture shows what must not show at least as likely as what is looked for. Cosines
     * of different texts cannot tell that; their deviations can, as for standing queries.
     *
     * @param vector of the picture
     * @param cosine of it with what is looked for
     */
    public boolean excludes(float[] vector, double cosine) {
        double likely = deviations(cosine);
        return not.stream()
                .anyMatch(
                        negative ->
                                deviations(negative, Vectors.dot(negative.vector(), vector))
                                        >= likely);
    }

    /**
     * The evidence that a picture of the index shows it, in spreads beyond what it matches anyway.
     */
    public double evidence(float[] picture, double cosine) {
        return model.reading(picture).evidence(term.background(), cosine);
    }

    /** The score of a picture, 0 to 1, on the scale of the events' scores. */
    public double score(float[] picture, double cosine) {
        // What is no nearer than usual has no evidence, however the picture reads, which takes
        // long.
        double evidence = deviations(cosine) <= 0 ? 0 : evidence(picture, cosine);
        return model.calibration().score(evidence);
    }
}
