// SPDX-License-Identifier: Apache-2.0
package dev.sightline.match;

import dev.sightline.event.QueryMatch;
import dev.sightline.picture.PictureStore;
import java.util.function.Consumer;

/** Tells the phases of matches, each with the picture of its peak. */
final class MatchPhases implements AutoCloseable {

    private final MatchEvents events;
    private final PictureStore store;

    /**
     * @param store takes the pictures; closed with this
     */
    MatchPhases(MatchEvents events, PictureStore store) {
        this.events = events;
        this.store = store;
    }

    /**
     * Tells what a step found.
     *
     * @param before where the query stood before the step
     * @return the picture of the match from here on
     */
    PeakPicture tell(QueryProgress before, MatchStep step, Consumer<QueryMatch> out)
            throws InterruptedException {
        PeakPicture picture = before.picture();
        for (MatchPhase phase : step.phases()) {
            QueryMatch event = events.event(before.stream(), before.query(), phase);
            if (picture.untold().length > 0) {
                picture = picture.told(save(event, picture.untold()));
            }
            out.accept(event.withThumbnail(picture.uri()));
        }
        return picture;
    }

    private String save(QueryMatch event, byte[] jpeg) throws InterruptedException {
        return store.save(
                event.common().streamId(), event.peak().mediaMs(), event.header().id(), jpeg);
    }

    /** Waits until the pictures of all that was told are written. */
    void flush() throws InterruptedException {
        store.flush();
    }

    @Override
    public void close() {
        store.close();
    }
}
