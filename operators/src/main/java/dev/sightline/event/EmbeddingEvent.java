// SPDX-License-Identifier: Apache-2.0
package dev.sightline.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The vector of one sample.
 *
 * @param header envelope
 * @param common the stream and the sample's time
 * @param k grid point
 * @param vector base64 of little-endian float32, unit length
 * @param thumbnail URI of the sample's picture, or null
 */
public record EmbeddingEvent(
        @JsonIgnore EventHeader header,
        @JsonUnwrapped CommonBlock common,
        long k,
        String vector,
        String thumbnail)
        implements Event {

    /** The same with the URI of a picture, or null for none. */
    public EmbeddingEvent withThumbnail(String uri) {
        return new EmbeddingEvent(header, common, k, vector, uri);
    }

    @Override
    public Topic topic() {
        return Topic.EMBEDDINGS;
    }
}
