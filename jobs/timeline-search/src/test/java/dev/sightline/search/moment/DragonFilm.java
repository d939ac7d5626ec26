// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.moment;

import dev.sightline.search.index.MemoryIndex;
import dev.sightline.search.query.MadePictures;
import dev.sightline.search.query.SearchRequest;
import java.io.IOException;

/**
 * Two minutes of {@code a.mp4} in which a dragon shows from 30 to 39 s and from 50 to 54 s, for a
 * test to add to.
 *
 * @param index that they are in
 * @param search in it
 */
record DragonFilm(MemoryIndex index, MomentSearch search) {

    DragonFilm() {
        this(new MemoryIndex());
    }

    private DragonFilm(MemoryIndex index) {
        this(index, new MomentSearch(index, MadePictures.SHARED.models()));
        MadePictures.SHARED.addGeneral(index, "a.mp4", 0, 120);
        MadePictures.SHARED.addShowing(index, "a.mp4", "a dragon", 30, 10);
        MadePictures.SHARED.addShowing(index, "a.mp4", "a dragon", 50, 5);
    }

    SearchAnswer ask(String text) throws IOException {
        return search.search(SearchRequest.ofText(text));
    }

    /** Asks for moments that look alike, too. */
    SearchAnswer askForAll(String text) throws IOException {
        return search.search(Asking.text(text).unfolded().request());
    }
}
