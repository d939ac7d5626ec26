// SPDX-License-Identifier: Apache-2.0
package dev.sightline.cli;

import dev.sightline.event.Topic;
import java.util.List;

/** Where events were stored; can be read more than once. */
interface EventStore {

    /** Takes an event. */
    @FunctionalInterface
    interface Handler {

        /**
         * @param place where it was found, for messages
         */
        void take(EventRecord event, String place);
    }

    /**
     * Hands on what is there of some topics; the events of one stream and topic in their order.
     *
     * @throws CommandFailure if they cannot be read
     */
    void read(List<Topic> topics, Handler handler);
}
