// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.video.StreamRef;

/** Names epochs; no two of all streams have the same name. */
final class Epochs {

    private Epochs() {}

    static String name(StreamRef stream) {
        return name(stream.streamId(), stream.epoch());
    }

    /** Behind the last {@code #} are digits alone, whatever the stream's name holds. */
    static String name(String streamId, long epoch) {
        return streamId + '#' + epoch;
    }
}
