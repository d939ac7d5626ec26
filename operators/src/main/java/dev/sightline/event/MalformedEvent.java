// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/** An event cannot be understood; the message says which field is wrong. */
public final class MalformedEvent extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedEvent(String message) {
        super(message);
    }
}
