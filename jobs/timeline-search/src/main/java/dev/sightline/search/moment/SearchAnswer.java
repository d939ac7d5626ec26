// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import java.util.List;

/**
 * What was found.
 *
 * @param model digest of the model that was asked
 * @param moments of the page, the best first; empty if nothing stands out
 * @param total how many there are on all pages; what is not among the ten thousand nearest samples
 *     is not counted
 * @param searched how many samples of the model and the filter there are, of scenes of any length
 * @param standsOut whether anything is nearer to what was looked for than unrelated sentences are
 *     to the same pictures
 * @param message why there are no moments, for a person; null if there are some
 */
public record SearchAnswer(
        String model,
        List<Moment> moments,
        long total,
        long searched,
        boolean standsOut,
        String message) {

    /** Takes the list as it is. */
    public SearchAnswer {
        moments = List.copyOf(moments);
    }
}
