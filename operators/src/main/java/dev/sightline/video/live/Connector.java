// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.decode.Connection;
import dev.sightline.video.decode.MediaException;

/** Connects to one stream, again and again. One thread, except for {@link #cancel()}. */
public interface Connector extends AutoCloseable {

    /**
     * Connects; waits until the stream's properties are known.
     *
     * @throws MediaException if that does not succeed
     */
    Connection connect() throws MediaException;

    /** The time that the stream lives in; a simulated stream has one of its own. */
    default Surroundings surroundings() {
        return Surroundings.REAL;
    }

    /** Makes an attempt in progress fail soon, and all later ones at once. */
    void cancel();

    @Override
    void close();

    /** Makes the connector of a stream. */
    @FunctionalInterface
    interface Factory extends java.io.Serializable {

        Connector of(Registration registration);
    }
}
