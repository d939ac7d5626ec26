// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import java.util.List;

/**
 * What was found.
 *
 * @param model digest of the model that was asked
 * @param moments of the page, the best first; empty if nothing stands out, unless they were asked
 *     for anyway
 * @param total how many there are on all pages
 * @param searched how many samples of the model and the filter there are, of scenes of any length
 * @param capped whether there may be more, as only the ten thousand nearest samples are looked at
 * @param standsOut whether anything is nearer to what was looked for than 60 % of unrelated
 *     sentences are to some of the same pictures
 * @param message why nothing stands out, for a person; null if something does
 */
public record SearchAnswer(
        String model,
        List<Moment> moments,
        long total,
        long searched,
        boolean capped,
        boolean standsOut,
        String message) {

    /** Takes the list as it is. */
    public SearchAnswer {
        moments = List.copyOf(moments);
    }
}
