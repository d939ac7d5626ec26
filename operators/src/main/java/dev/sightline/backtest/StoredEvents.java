// SPDX-License-Identifier: Apache-2.0
package dev.sightline.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.EventFields;
import dev.sightline.event.MalformedEvent;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Reads the values of events that the job has published. */
public final class StoredEvents {

    private StoredEvents() {}

    /**
     * Reads an event of {@code video.embeddings.v1}.
     *
     * @throws MalformedEvent if a field is missing or wrong
     */
    public static StoredSample sample(JsonNode event) throws MalformedEvent {
        return new StoredSample(
                EventFields.stream(event),
                EventFields.text(event, "/model/digest"),
                EventFields.whole(event, "/k"),
                EventFields.time(event, "/time"),
                vector(event),
                EventFields.optional(event, "/thumbnail"));
    }

    private static float[] vector(JsonNode event) throws MalformedEvent {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(EventFields.text(event, "/vector"));
        } catch (IllegalArgumentException e) {
            throw EventFields.wrong("/vector", "is not base64");
        }
        long dimension = EventFields.whole(event, "/model/dim");
        if (bytes.length != dimension * Float.BYTES) {
            throw EventFields.wrong("/vector", "does not have the model's dimension " + dimension);
        }
        float[] vector = new float[(int) dimension];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        for (float component : vector) {
            if (!Float.isFinite(component)) {
                throw EventFields.wrong("/vector", "holds what is no number");
            }
        }
        return vector;
    }

    /**
     * Reads an event of {@code video.scene-changes.v1}.
     *
     * @throws MalformedEvent if a field is missing or wrong
     */
    public static StoredChange change(JsonNode event) throws MalformedEvent {
        return new StoredChange(
                EventFields.text(event, "/streamId"),
                EventFields.whole(event, "/epoch"),
                EventFields.constant(event, "/kind", StoredChange.Kind.class),
                EventFields.whole(event, "/boundary/start/mediaMs"),
                EventFields.whole(event, "/boundary/end/mediaMs"));
    }
}
