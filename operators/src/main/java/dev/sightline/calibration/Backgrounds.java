// SPDX-License-Identifier: Apache-2.0
package dev.sightline.calibration;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How terms score on a stream's pictures of one generation where they do not show; each is computed
 * when it is asked for, and kept. Not for several threads.
 */
final class Backgrounds {

    private final StreamPictures pictures;
    private final PictureMatrix matrix;
    private final Map<Long, TermBackground> known = new HashMap<>();

    Backgrounds(StreamPictures pictures) {
        this.pictures = pictures;
        this.matrix = pictures.matrix();
    }

    TermBackground of(Term term) {
        return known.computeIfAbsent(term.id(), id -> pictures.background(term, matrix));
    }

    /** Forgets those of all other terms. */
    void retain(Set<Long> termIds) {
        known.keySet().retainAll(termIds);
    }
}
