// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.hls;

import dev.sightline.video.decode.ByteSource;
import java.io.IOException;

/** Bytes of segments, which are read one behind the other. */
interface SequentialBytes extends ByteSource {

    @Override
    default boolean seekable() {
        return false;
    }

    @Override
    default long size() {
        return -1;
    }

    @Override
    default void seek(long position) throws IOException {
        throw new IOException("segments are read in sequence");
    }
}
