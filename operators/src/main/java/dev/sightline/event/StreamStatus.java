// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What becomes of a stream.
 *
 * @param header envelope
 * @param common the stream
 * @param state online | degraded | reconnecting | lost | ended | heartbeat
 * @param gap media that is missing, or null
 * @param samples samples taken in this epoch, or null
 * @param decodeErrors packets and frames that could not be decoded, or null
 * @param shedSeconds seconds left out under overload, or null
 * @param clockDriftMs drift of the source's clock, or null
 * @param attempt which attempt to reconnect, or null
 * @param nextAttemptMs milliseconds to the next attempt, or null
 * @param embeddings what is wrong with the stream's vectors, or in state online no longer is, or
 *     null
 */
public record StreamStatus(
        @JsonIgnore EventHeader header,
        @JsonUnwrapped CommonBlock common,
        String state,
        Missing gap,
        Long samples,
        Long decodeErrors,
        Double shedSeconds,
        Long clockDriftMs,
        Integer attempt,
        Long nextAttemptMs,
        Embeddings embeddings)
        implements Event {

    /**
     * @param from last moment before the gap
     * @param to first moment after it, or null if nothing follows
     * @param missingMs its length in milliseconds
     * @param reason why
     */
    public record Missing(TimeBlock from, TimeBlock to, long missingMs, String reason) {}

    /**
     * @param problem duplicate-vectors | no-vectors | drift
     * @param reason what was seen, for a person
     */
    public record Embeddings(String problem, String reason) {}

    @Override
    public Topic topic() {
        return Topic.STREAM_STATUS;
    }
}
