// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes OpenTimelineIO's times. */
final class OtioTimes {

    private final JsonGenerator json;

    OtioTimes(JsonGenerator json) {
        this.json = json;
    }

    /** So many frames from a frame on. */
    void range(String field, long start, long duration, StatedRate rate) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("OTIO_SCHEMA", "TimeRange.1");
        time("start_time", start, rate);
        time("duration", duration, rate);
        json.writeEndObject();
    }

    private void time(String field, long frames, StatedRate rate) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("OTIO_SCHEMA", "RationalTime.1");
        json.writeNumberField("rate", rate.rate().perSecond());
        json.writeNumberField("value", (double) frames);
        json.writeEndObject();
    }
}
