// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import java.util.List;

/**
 * Something to ask for.
 *
 * @param text the question
 * @param shown where it shows, as far as is known
 */
record Question(String text, List<Span> shown) {

    /** Copies the list. */
    Question {
        shown = List.copyOf(shown);
    }

    boolean isShownIn(String video) {
        return shown.stream().anyMatch(span -> span.video().equals(video));
    }
}
