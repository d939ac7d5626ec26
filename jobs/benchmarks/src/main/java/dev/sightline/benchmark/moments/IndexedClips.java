// SPDX-License-Identifier: Apache-2.0
package dev.sightline.benchmark.moments;

import dev.sightline.backtest.StoredChange;
import dev.sightline.backtest.StoredSample;
import dev.sightline.benchmark.scenes.ReadVideo;
import dev.sightline.event.EventId;
import dev.sightline.scene.SceneChange;
import dev.sightline.scene.SceneSample;
import dev.sightline.search.index.TimelineIndex;
import dev.sightline.search.timeline.IndexedSample;
import dev.sightline.search.timeline.SceneEvent;
import dev.sightline.search.timeline.TimelineEvent;
import dev.sightline.video.SourceKind;
import dev.sightline.video.StreamRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes videos into an index, each as a stream with the samples and the scene changes that the job
 * publishes of it.
 *
 * @param index that takes them; stays with the caller
 * @param digest of the model that the videos were embedded with
 */
record IndexedClips(TimelineIndex index, String digest) {

    /** From one sample to the next; so long is what a sample stands for. */
    static final long INTERVAL_MS = 1000;

    /**
     * Adds a video as a stream that is called like its file.
     *
     * @param video with samples
     * @return all of it
     */
    Span add(Path file, ReadVideo video) throws IOException {
        String name = file.toString();
        StreamRef stream = new StreamRef(name, 1, file.toUri().toString(), SourceKind.FILE, "");
        List<TimelineEvent> events = new ArrayList<>();
        video.samples().forEach(sample -> events.add(indexed(stream, sample)));
        video.changes().forEach(change -> events.add(indexed(stream, change)));
        index.write(events, Map.of());
        List<SceneSample> samples = video.samples();
        return new Span(
                name,
                samples.get(0).time().mediaMs(),
                samples.get(samples.size() - 1).time().mediaMs() + INTERVAL_MS);
    }

    private IndexedSample indexed(StreamRef stream, SceneSample sample) {
        return new IndexedSample(
                EventId.ofEmbedding(stream, sample.time().pts(), digest),
                new StoredSample(stream, digest, sample.k(), sample.time(), sample.vector(), null));
    }

    private SceneEvent indexed(StreamRef stream, SceneChange change) {
        String kind = change.kind().name();
        return new SceneEvent(
                EventId.ofSceneChange(
                        stream, kind.toLowerCase(Locale.ROOT), change.start().pts(), digest),
                stream,
                StoredChange.Kind.valueOf(kind),
                change.start(),
                change.end(),
                change.uncertaintyMs(),
                change.confidence(),
                change.previousScene().startMs(),
                null);
    }
}
