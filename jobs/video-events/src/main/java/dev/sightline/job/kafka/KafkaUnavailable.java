// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

/** Kafka cannot be used; the message says what to do. */
public class KafkaUnavailable extends RuntimeException {

    public KafkaUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a failure of a client followed from: it wraps what happened in what it was doing. */
    static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The words of a failure and of what it followed from. */
    static String reason(Throwable failure) {
        Throwable root = root(failure);
        return root == failure
                ? failure.getMessage()
                : failure.getMessage() + ", because of " + root;
    }
}
