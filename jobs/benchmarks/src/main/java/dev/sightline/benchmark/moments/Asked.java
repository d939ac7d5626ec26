// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import java.util.List;
import java.util.function.Predicate;

/**
 * A question with its answer.
 *
 * @param question what was asked
 * @param standsOut whether a user is shown the answer
 * @param moment rank of the first right moment, from 1; 0 if there is none
 * @param video rank of the first moment in a right video, wherever in it; 0 if there is none
 */
record Asked(Question question, boolean standsOut, int moment, int video) {

    /** How much a right moment has of what it and the shown one have together. */
    static final double RIGHT = 0.5;

    /**
     * @param found the best first
     */
    static Asked of(Question question, boolean standsOut, List<Span> found) {
        return new Asked(
                question,
                standsOut,
                rank(found, span -> question.shown().stream().anyMatch(s -> s.iou(span) >= RIGHT)),
                rank(found, span -> question.isShownIn(span.video())));
    }

    private static int rank(List<Span> found, Predicate<Span> right) {
        for (int i = 0; i < found.size(); i++) {
            if (right.test(found.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** As a user sees it: nothing if it does not stand out. */
    Asked gated() {
        return standsOut ? this : new Asked(question, false, 0, 0);
    }
}
