// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

/** A control record that cannot be understood; the message says what is wrong in it. */
public class MalformedRequest extends Exception {

    /** A request that is well formed but cannot be served. */
    public static final class Unsupported extends MalformedRequest {

        public Unsupported(String message) {
            super(message);
        }
    }

    public MalformedRequest(String message) {
        super(message);
    }
}
