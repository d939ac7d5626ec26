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

    /** Something that tells phases to a collector. */
    MatchListener to(Consumer<QueryMatch> out) {
        return told -> tell(told, out);
    }

    private PeakPicture tell(ToldMatch told, Consumer<QueryMatch> out) throws InterruptedException {
        PeakPicture picture = told.picture();
        QueryMatch event = events.event(told);
        if (picture.untold().length > 0) {
            picture = picture.told(save(event, picture.untold()));
        }
        out.accept(event.withThumbnail(picture.uri()));
        return picture.of(event.matchId());
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
