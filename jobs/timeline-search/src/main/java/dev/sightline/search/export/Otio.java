// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
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
        long end = 0;
        for (SceneClips.Clip clip : SceneClips.of(stream, stream.rate())) {
            if (clip.from() > end) {
                gap(stream, clip.from() - end);
            }
            clip(stream, clip);
            end = clip.to();
        }
    }

    private void gap(ExportedStream stream, long frames) throws IOException {
        start("Gap.1", "");
        times.range("source_range", 0, frames, stream.rate());
        json.writeEndObject();
    }

    private void clip(ExportedStream stream, SceneClips.Clip clip) throws IOException {
        start("Clip.2", clip.name());
        times.range("source_range", clip.from(), clip.frames(), stream.rate());
        json.writeStringField("active_media_reference_key", "DEFAULT_MEDIA");
        json.writeObjectFieldStart("media_references");
        json.writeFieldName("DEFAULT_MEDIA");
        media(stream);
        json.writeEndObject();
        json.writeArrayFieldStart("markers");
        for (Finding finding : clip.findings()) {
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

    void finish(List<String> notes) throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("metadata");
        json.writeObjectFieldStart("sightline");
        json.writeArrayFieldStart("notes");
        for (String note : notes) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.flush();
    }
}
