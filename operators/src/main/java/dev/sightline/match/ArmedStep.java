// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.calibration.Term;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a query looks for, with its vectors.
 *
 * @param all what has to show together, at least one; the first is the main one
 * @param not what must not be more likely than these
 * @param withinMs time from the step before to this one; 0 for the first
 */
public record ArmedStep(List<Term> all, List<Term> not, long withinMs) implements Serializable {

    /** Takes the lists as they are. */
    public ArmedStep {
        all = List.copyOf(all);
        not = List.copyOf(not);
    }

    /** How many terms there are. */
    int size() {
        return all.size() + not.size();
    }

    /** All terms, those that must not show last. */
    List<Term> terms() {
        List<Term> terms = new ArrayList<>(all);
        terms.addAll(not);
        return terms;
    }
}
