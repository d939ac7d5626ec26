// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.io.IOException;
import java.util.Optional;

/** Pictures of events. */
@FunctionalInterface
public interface Pictures {

    /**
     * The picture of a sample, a scene change or a match, as a JPEG; empty if there is none that
     * may be shown.
     *
     * @param id of the event
     */
    Optional<byte[]> read(String id) throws IOException;
}
