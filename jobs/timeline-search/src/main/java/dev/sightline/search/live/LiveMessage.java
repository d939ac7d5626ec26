// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.live;

import java.util.Objects;

/**
 * One server-sent event.
 *
 * @param event its kind: match, scene or status
 * @param data JSON in one line
 */
public record LiveMessage(String event, String data) {

    /** Refuses absent parts, and lines that would be taken for other fields. */
    public LiveMessage {
        Objects.requireNonNull(event, "event");
        if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("data is one line");
        }
    }
}
