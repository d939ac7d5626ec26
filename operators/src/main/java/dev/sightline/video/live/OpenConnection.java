// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.access.StopSignal;
import dev.sightline.video.decode.LiveConnection;
import dev.sightline.video.decode.MediaException;

/** The connection that a stream has open or is opening, so that another thread can break it. */
final class OpenConnection {

    private final StopSignal stop = new StopSignal();
    private volatile LiveConnection current;

    /**
     * Opens a connection, and closes it if that does not succeed.
     *
     * @throws MediaException if it does not
     */
    LiveConnection open(LiveConnection connection) throws MediaException {
        current = connection;
        if (stop.isStopped()) {
            connection.cancel();
        }
        try {
            connection.open();
            return connection;
        } catch (MediaException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Ends waits that are not FFmpeg's. */
    StopSignal stop() {
        return stop;
    }

    /** Breaks what is open, and all that is opened later. */
    void cancel() {
        stop.stop();
        LiveConnection open = current;
        if (open != null) {
            open.cancel();
        }
    }
}
