// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import java.io.Serializable;
import java.time.Instant;

/**
 * Builds events about the processes that run the model.
 *
 * @param model the model that the job runs
 * @param producer the job
 */
public record ModelEvents(ModelBlock model, ProducerBlock producer) implements Serializable {

    private static final String SOURCE = "urn:sightline:workers";

    /**
     * A worker's model gave wrong vectors and stopped serving.
     *
     * @param worker which process
     * @param time when it stopped
     * @param message why, and what to do
     */
    public ErrorEvent stopped(String worker, Instant time, String message) {
        String id = EventId.ofWorker(worker, "stopped", time.toEpochMilli(), model.digest());
        return new ErrorEvent(
                new EventHeader(id, time, SOURCE, worker),
                null,
                null,
                null,
                worker,
                model,
                producer,
                "model",
                Redaction.redact(message),
                null,
                null,
                1,
                false);
    }
}
