// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sightline.search.timeline.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes OpenTimelineIO: a video track for each stream, on which each scene is a clip at its time,
 * with the findings that begin in it as markers. Times count from the file's first frame.
 */
final class Otio {

    private final JsonGenerator json;
    private final OtioTimes times;

    Otio(JsonGenerator json, String name) throws IOException {
        this.json = json;
        this.times = new OtioTimes(json);
        start("Timeline.1", name);
        json.writeNullField("global_start_time");
        json.writeFieldName("tracks");
        start("Stack.1", "tracks");
        json.writeNullField("source_range");
        json.writeArrayFieldStart("children");
    }

    void write(ExportedStream stream) throws IOException {
        start("Track.1", Words.line(stream.stream().streamId()));
        json.writeStringField("kind", "Video");
        json.writeNullField("source_range");
        json.writeObjectFieldStart("metadata");
        json.writeObjectFieldStart("sightline");
        json.writeStringField("stream", stream.stream().streamId());
        json.writeNumberField("epoch", stream.stream().epoch());
        json.writeStringField("rate", stream.rate().note());
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("children");
        clips(stream);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void clips(ExportedStream stream) throws IOException {
        List<Finding> left = new ArrayList<>(stream.findings());
        long end = 0;
        int number = 0;
        for (Scene scene : stream.scenes()) {
            long from = stream.rate().frame(scene.startMs());
            long to = stream.rate().frame(scene.endMs());
            number++;
            if (from > end) {
                gap(stream, from - end);
            }
            if (to > from) {
                clip(stream, "Scene " + number, from, to, beginningIn(scene, left));
                end = to;
            }
        }
    }

    private static List<Finding> beginningIn(Scene scene, List<Finding> left) {
        List<Finding> found = new ArrayList<>();
        while (!left.isEmpty() && left.get(0).startMs() < scene.endMs()) {
            found.add(left.remove(0));
        }
        return found;
    }

    private void gap(ExportedStream stream, long frames) throws IOException {
        start("Gap.1", "");
        times.range("source_range", 0, frames, stream.rate());
        json.writeEndObject();
    }

    private void clip(
            ExportedStream stream, String name, long from, long to, List<Finding> findings)
            throws IOException {
        start("Clip.2", name);
        times.range("source_range", from, to - from, stream.rate());
        json.writeStringField("active_media_reference_key", "DEFAULT_MEDIA");
        json.writeObjectFieldStart("media_references");
        json.writeFieldName("DEFAULT_MEDIA");
        media(stream);
        json.writeEndObject();
        json.writeArrayFieldStart("markers");
        for (Finding finding : findings) {
            marker(stream, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void media(ExportedStream stream) throws IOException {
        boolean live = stream.stream().isLive();
        start(live ? "MissingReference.1" : "ExternalReference.1", stream.name());
        if (!live) {
            json.writeStringField("target_url", stream.stream().uri());
            long frames = stream.rate().frame(stream.timeline().endMs());
            times.range("available_range", 0, frames, stream.rate());
        }
        json.writeEndObject();
    }

    private void marker(ExportedStream stream, Finding finding) throws IOException {
        long from = stream.rate().frame(finding.startMs());
        long to = Math.max(from, stream.rate().frame(finding.endMs()));
        start("Marker.2", Words.line(finding.caption()));
        json.writeStringField("color", "RED");
        times.range("marked_range", from, to - from, stream.rate());
        json.writeObjectFieldStart("metadata");
        json.writeObjectFieldStart("sightline");
        json.writeStringField("id", finding.id());
        json.writeStringField("query", finding.query());
        json.writeNumberField("score", finding.score());
        json.writeNumberField("cosine", finding.cosine());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void start(String schema, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("OTIO_SCHEMA", schema);
        json.writeStringField("name", name);
    }

    void finish() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }
}
