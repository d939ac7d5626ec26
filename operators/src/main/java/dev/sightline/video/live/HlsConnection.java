// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.StreamFailed.Category;
import dev.sightline.video.StreamRef;
import dev.sightline.video.TimelineRecord;
import dev.sightline.video.VisualChange;
import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.LiveConnection;
import dev.sightline.video.decode.MediaException;
import dev.sightline.video.hls.HlsPeriod;
import dev.sightline.video.hls.HlsStream;
import dev.sightline.video.hls.Loss;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The periods of a playlist, one after the other: each is a timeline at least. One thread. */
final class HlsConnection implements Connection {

    /** Opens the medium that a period is. */
    interface Opener {

        LiveConnection open(HlsPeriod period) throws MediaException;
    }

    private final HlsStream stream;
    private final Opener opener;
    private LiveConnection medium;
    private List<VisualChange> untold = List.of();
    private String interruption = "";

    private HlsConnection(HlsStream stream, Opener opener, LiveConnection medium) {
        this.stream = stream;
        this.opener = opener;
        this.medium = medium;
    }

    /**
     * Waits for the next period and opens it.
     *
     * @throws MediaException if there is none in time, or it cannot be opened
     */
    static HlsConnection begin(HlsStream stream, Opener opener) throws MediaException {
        HlsPeriod first =
                next(stream)
                        .orElseThrow(
                                () ->
                                        new MediaException(
                                                Category.OPEN, "its playlist is at its end"));
        return new HlsConnection(stream, opener, opener.open(first));
    }

    private static Optional<HlsPeriod> next(HlsStream stream) throws MediaException {
        try {
            return stream.next();
        } catch (IOException e) {
            throw new MediaException(Category.OPEN, e.getMessage());
        }
    }

    @Override
    public void begin(StreamRef name) {
        untold = List.of();
        medium.begin(name);
    }

    @Override
    public TimelineRecord next() throws MediaException {
        TimelineRecord next = medium.next();
        if (next != null || !medium.isOver()) {
            interruption = medium.interruption();
            return next;
        }
        Optional<HlsPeriod> period = next(stream);
        return period.isEmpty() ? medium.end() : goOn(period.get());
    }

    private TimelineRecord goOn(HlsPeriod period) throws MediaException {
        untold = medium.lastChanges();
        medium.close();
        interruption = why(period.lost());
        medium = opener.open(period);
        return null;
    }

    private static String why(Loss lost) {
        return lost.reason().isEmpty() ? "its playlist has a discontinuity" : lost.reason();
    }

    @Override
    public String interruption() {
        return interruption;
    }

    @Override
    public List<VisualChange> lastChanges() {
        return untold.isEmpty() ? medium.lastChanges() : untold;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public void cancel() {
        stream.cancel();
    }

    @Override
    public void close() {
        medium.close();
    }
}
