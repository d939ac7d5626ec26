// SPDX-License-Identifier: Apache-2.0
package dev.sightline.clip;

import java.time.Instant;
import java.util.Locale;

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

    /**
     * A reference picture for which the model gives another vector than it must: no vector of it
     * can be trusted any more.
     */
    public static final class WrongVector extends ModelException {

        private static final String REMEDY =
                "; no vector of it can be trusted. Try device cpu, or other threads, drivers and"
                        + " memory; if it is so everywhere, fetch the bundle again or correct its "
                        + ReferenceFile.FILE;

        private final Instant time = Instant.now();

        /**
         * @param picture name of it
         * @param cosine between the vector that it must have and the one that it got
         */
        WrongVector(String picture, double cosine) {
            super(
                    String.format(
                                    Locale.ROOT,
                                    "the model gives a wrong vector for the reference picture %s"
                                            + " (cosine %.4f, at least %.2f expected)",
                                    picture,
                                    cosine,
                                    ReferencePicture.LEAST_COSINE)
                            + REMEDY);
        }

        /**
         * @param picture name of it
         * @param failure of the model
         */
        WrongVector(String picture, Throwable failure) {
            super(
                    "the model fails on the reference picture "
                            + picture
                            + " ("
                            + failure.getMessage()
                            + ")"
                            + REMEDY,
                    failure);
        }

        /** When it was noticed. */
        Instant time() {
            return time;
        }
    }

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
