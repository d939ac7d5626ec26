// SPDX-License-Identifier: Apache-2.0
package dev.sightline.search.index;

import dev.sightline.backtest.StoredSample;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.MatchEvent;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.StatusEvent;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.MediaTime;
import dev.sightline.video.StreamRef;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Writes events as bytes, without vectors; {@link EventInput} reads them. */
final class EventOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private EventOutput() {}

    static byte[] bytes(TimelineEvent event) {
        EventOutput output = new EventOutput();
        try {
            output.event(event);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return output.bytes.toByteArray();
    }

    private void event(TimelineEvent event) throws IOException {
        out.writeByte(EventKind.of(event).ordinal());
        text(event.id());
        stream(event.stream());
        if (event instanceof IndexedSample sample) {
            sample(sample.sample());
        } else if (event instanceof SceneEvent scene) {
            scene(scene);
        } else if (event instanceof MatchEvent match) {
            match(match);
        } else if (event instanceof StatusEvent status) {
            status(status);
        }
    }

    private void stream(StreamRef stream) throws IOException {
        text(stream.streamId());
        out.writeLong(stream.epoch());
        text(stream.uri());
        text(stream.kind().name());
        text(stream.asset());
    }

    private void sample(StoredSample sample) throws IOException {
        text(sample.digest());
        out.writeLong(sample.k());
        time(sample.time());
        text(sample.picture());
        out.writeInt(sample.vector().length);
    }

    private void scene(SceneEvent scene) throws IOException {
        text(scene.kind().name());
        time(scene.start());
        time(scene.end());
        out.writeLong(scene.uncertaintyMs());
        out.writeDouble(scene.confidence());
        out.writeLong(scene.previousStartMs());
        text(scene.picture());
    }

    private void match(MatchEvent match) throws IOException {
        text(match.phase().name());
        text(match.queryId());
        out.writeLong(match.queryVersion());
        text(match.text());
        time(match.start());
        time(match.peak());
        time(match.end());
        out.writeDouble(match.score());
        out.writeDouble(match.cosine());
        number(match.threshold());
        number(match.falseAlarmsPerDay());
        text(match.label());
        text(match.closeReason());
        text(match.picture());
    }

    private void status(StatusEvent status) throws IOException {
        time(status.time());
        text(status.state());
        StatusEvent.Missing gap = status.gap();
        out.writeBoolean(gap != null);
        if (gap != null) {
            time(gap.from());
            time(gap.to());
            out.writeLong(gap.missingMs());
            text(gap.reason());
        }
        number(status.shedSeconds());
    }

    private void time(MediaTime time) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(time.pts());
            out.writeInt(time.timeBase().numerator());
            out.writeInt(time.timeBase().denominator());
            out.writeLong(time.mediaMs());
            instant(time.wall());
            text(time.wallSource().name());
            out.writeLong(time.wallErrorMs());
            instant(time.ingested());
        }
    }

    private void instant(Instant instant) throws IOException {
        out.writeBoolean(instant != null);
        if (instant != null) {
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        }
    }

    private void number(Double number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeDouble(number);
        }
    }

    private void text(String text) throws IOException {
        byte[] encoded = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded == null ? -1 : encoded.length);
        if (encoded != null) {
            out.write(encoded);
        }
    }
}
