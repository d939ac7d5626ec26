// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Something could not be processed.
 *
 * @param header envelope
 * @param common the stream, or null if it is about a query, a registration or a worker
 * @param registration id of the stream that was to be registered, or null
 * @param queryId the query, or null if it is about a stream
 * @param worker the process whose model it is about, or null
 * @param model the model, where there is no stream to say it
 * @param producer the job, where there is no stream to say it
 * @param category open | decode | model | query | registration
 * @param message what went wrong and what to do, without credentials
 * @param uri what was read, without credentials, or null
 * @param position milliseconds of media time reached, or null if it was never opened
 * @param attempts how often it was tried
 * @param quarantined whether it will not be tried again
 */
public record ErrorEvent(
        @JsonIgnore EventHeader header,
        @JsonUnwrapped CommonBlock common,
        @JsonProperty("streamId") String registration,
        String queryId,
        String worker,
        ModelBlock model,
        ProducerBlock producer,
        String category,
        String message,
        String uri,
        Long position,
        int attempts,
        boolean quarantined)
        implements Event {

    @Override
    public Topic topic() {
        return Topic.ERRORS;
    }
}
