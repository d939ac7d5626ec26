// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What became of a standing query.
 *
 * @param header envelope
 * @param queryId the query
 * @param version of its definition
 * @param state accepted | refused | removed
 * @param text what it looks for, or null
 * @param threshold what opening a match asks for on average, as the cosine of a usual picture, or
 *     null unless accepted; null for labels
 * @param expectedFalseAlarmsPerDay of that on one stream, or null unless accepted; null for labels
 * @param reason why it was refused, or null
 * @param model the model it was calibrated for
 * @param producer the job
 */
public record QueryStatus(
        @JsonIgnore EventHeader header,
        String queryId,
        long version,
        String state,
        String text,
        Double threshold,
        Double expectedFalseAlarmsPerDay,
        String reason,
        ModelBlock model,
        ProducerBlock producer)
        implements Event {

    @Override
    public Topic topic() {
        return Topic.QUERY_STATUS;
    }
}
