// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sightline.search.timeline.Scene;
import dev.sightline.search.timeline.StatusEvent;
import java.io.IOException;
import java.util.List;

/** Writes all that is known of streams, in our own form. */
final class TimelineJson {

    private static final int VERSION = 1;

    private final JsonGenerator json;

    TimelineJson(JsonGenerator json) throws IOException {
        this.json = json;
        json.writeStartObject();
        json.writeStringField("format", "sightline-timeline");
        json.writeNumberField("version", VERSION);
        json.writeArrayFieldStart("streams");
    }

    void write(ExportedStream stream) throws IOException {
        json.writeStartObject();
        json.writeStringField("stream", stream.stream().streamId());
        json.writeNumberField("epoch", stream.stream().epoch());
        json.writeStringField("uri", stream.stream().uri());
        json.writeBooleanField("live", stream.stream().isLive());
        json.writeNumberField("durationMs", stream.timeline().endMs());
        rate(stream.rate());
        json.writeArrayFieldStart("scenes");
        for (Scene scene : stream.scenes()) {
            scene(scene);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : stream.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("gaps");
        for (StatusEvent.Missing gap : stream.gaps()) {
            gap(gap);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rate(StatedRate rate) throws IOException {
        json.writeObjectFieldStart("frameRate");
        json.writeNumberField("numerator", rate.rate().numerator());
        json.writeNumberField("denominator", rate.rate().denominator());
        json.writeStringField("note", rate.note());
        json.writeEndObject();
    }

    private void scene(Scene scene) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", scene.id());
        json.writeNumberField("startMs", scene.startMs());
        json.writeNumberField("endMs", scene.endMs());
        json.writeStringField("began", Words.of(scene.began()));
        json.writeNumberField("confidence", scene.confidence());
        json.writeNumberField("uncertaintyMs", scene.uncertaintyMs());
        json.writeEndObject();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("query", finding.query());
        json.writeStringField("text", finding.text());
        json.writeStringField("label", finding.label());
        json.writeNumberField("startMs", finding.startMs());
        json.writeNumberField("peakMs", finding.peakMs());
        json.writeNumberField("endMs", finding.endMs());
        json.writeStringField("wall", finding.wall() == null ? null : finding.wall().toString());
        json.writeNumberField("score", finding.score());
        json.writeNumberField("cosine", finding.cosine());
        json.writeBooleanField("open", finding.open());
        json.writeEndObject();
    }

    private void gap(StatusEvent.Missing gap) throws IOException {
        json.writeStartObject();
        json.writeNumberField("fromMs", gap.from().mediaMs());
        json.writeFieldName("toMs");
        if (gap.to() == null) {
            json.writeNull();
        } else {
            json.writeNumber(gap.to().mediaMs());
        }
        json.writeNumberField("missingMs", gap.missingMs());
        json.writeStringField("reason", gap.reason());
        json.writeEndObject();
    }

    void finish(List<String> notes) throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (String note : notes) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }
}
