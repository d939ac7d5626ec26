// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Something to publish. */
public sealed interface Event
        permits SceneChange, QueryMatch, StreamStatus, EmbeddingEvent, ErrorEvent, QueryStatus {

    /** Its envelope; not part of the value. */
    @JsonIgnore
    EventHeader header();

    /** Where it goes. */
    @JsonIgnore
    Topic topic();

    /** Key of the Kafka record: what the event is about. */
    @JsonIgnore
    default String key() {
        return header().subject();
    }
}
