// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import dev.sightline.redaction.Redaction;
import java.io.Serializable;
import java.time.Clock;

/**
 * Builds events about the registration of streams. Their ids count by the place of the control
 * record they answer, so that a replay gives the same ones.
 *
 * @param producer the job
 * @param clock gives the emit time
 */
public record RegistrationEvents(ProducerBlock producer, Clock clock) implements Serializable {

    private static final String SOURCE = "urn:sightline:streams";

    /**
     * A registration could not be understood, or may not be followed; nothing was changed.
     *
     * @param streamId key of the control record
     * @param sequence number of the control record; grows for each stream
     * @param reason what is wrong in it
     */
    public ErrorEvent refused(String streamId, long sequence, String reason) {
        String id = EventId.ofRegistration(streamId, "refused", sequence);
        return new ErrorEvent(
                new EventHeader(id, clock.instant(), SOURCE, streamId),
                null,
                streamId,
                null,
                null,
                null,
                producer,
                "registration",
                Redaction.redact(reason),
                null,
                null,
                1,
                false);
    }
}
