// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import dev.sightline.search.export.Finding;
import dev.sightline.search.moment.Moment;

/** Moments, as exports have them. */
final class FoundMoment {

    private FoundMoment() {}

    /**
     * A moment as a finding.
     *
     * @param text what was looked for
     */
    static Finding finding(Moment moment, String text) {
        return new Finding(
                moment.id(),
                moment.stream(),
                moment.start().mediaMs(),
                moment.peak().mediaMs(),
                moment.end().mediaMs(),
                text,
                null,
                null,
                moment.score(),
                moment.cosine(),
                false,
                moment.start().wall(),
                moment.picture());
    }
}
