// SPDX-License-Identifier: Apache-2.0
package dev.sightline.stream;

import java.util.Locale;

/** What can be wrong with a stream's vectors. */
enum EmbeddingProblem {
    /** Pictures that differ clearly have the same vector. */
    DUPLICATE_VECTORS,
    /** Samples have no vectors, one after the other. */
    NO_VECTORS,
    /** For about a day the stream has not looked as it did on its first one. */
    DRIFT;

    /** Its name in events. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
