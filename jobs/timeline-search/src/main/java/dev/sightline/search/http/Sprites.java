// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.http;

import java.io.IOException;
import java.util.Optional;

/** Sheets of small pictures that the track of sprites refers to. */
@FunctionalInterface
public interface Sprites {

    /**
     * A sheet, as a JPEG; empty if there is none of this number.
     *
     * @param sheet its number, from 0
     */
    Optional<byte[]> read(String streamId, long epoch, int sheet) throws IOException;
}
