// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

/**
 * A model bundle that cannot be used, or a runtime that cannot run it; the message says what to do.
 */
public class ModelException extends RuntimeException {

    /** A picture for which the model gives no numbers; others are not concerned. */
    public static final class NoVector extends ModelException {

        public NoVector(String message) {
            super(message);
        }
    }

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
