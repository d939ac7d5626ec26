// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/** A control record that cannot be understood; the message says what is wrong in it. */
public class MalformedRequest extends Exception {

    public MalformedRequest(String message) {
        super(message);
    }
}
