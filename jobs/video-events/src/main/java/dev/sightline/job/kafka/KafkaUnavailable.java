// SPDX-License-Identifier: Apache-2.0
package dev.sightline.job.kafka;

/** Kafka cannot be used; the message says what to do. */
public class KafkaUnavailable extends RuntimeException {

    public KafkaUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
