// SPDX-License-Identifier: Apache-2.0
package dev.sightline.video.live;

import dev.sightline.video.VisualChange;
import dev.sightline.video.decode.Connection;
import java.util.List;

/** A connection of tests to a sender that does not wait, in whose pictures nothing changes. */
interface LossyConnection extends Connection {

    @Override
    default String interruption() {
        return "time stamps jumped";
    }

    @Override
    default List<VisualChange> lastChanges() {
        return List.of();
    }

    @Override
    default boolean waits() {
        return false;
    }
}
